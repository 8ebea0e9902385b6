import { SCENARIOS, type ScenarioName } from '$lib/source/demo/scenarios';
import type { EventSource } from '$lib/source/event-source';
import type { ListenedQueue } from './listened-queue';

/** Something live to listen to. */
export type Programme =
  | { readonly kind: 'queue' }
  /** The signed-in person's own queue; only where `hasCloud`. */
  | { readonly kind: 'account' }
  /** What somebody shares by a link; `token` is what the link holds. Only where `hasCloud`. */
  | { readonly kind: 'shared'; readonly token: string }
  | { readonly kind: 'demo'; readonly scenario: ScenarioName };

/** The queue of `npm start`, where this build was made for it; its address is the page's own, under `/sqs`. */
const LOCAL_QUEUE_URL: string | undefined = import.meta.env.VITE_LOCAL_QUEUE_URL;

/** Whether this build has a local queue behind it. */
export const localQueue = LOCAL_QUEUE_URL !== undefined;

/** The name that all tabs know the queue by. */
export const queueName = LOCAL_QUEUE_URL ?? '';

/** What stands above the score. */
export function titleOf(programme: Programme): string {
  if (programme.kind !== 'demo') return 'Cloud Symphony';
  return SCENARIOS.find(({ name }) => name === programme.scenario)?.title ?? programme.scenario;
}

/** Loads the code that reads a queue, and makes what is listened to: the local queue, or one's own in the cloud. */
export async function listenedQueue(kind: 'queue' | 'account'): Promise<ListenedQueue> {
  // Without a cloud nothing offers an account's queue, and the build leaves out what lies behind this.
  if (import.meta.env.VITE_HAS_CLOUD === 'true' && kind === 'account')
    return (await import('./member-queue')).memberQueue();
  return localListenedQueue();
}

async function localListenedQueue(): Promise<ListenedQueue> {
  const { SqsSource } = await import('$lib/source/sqs/sqs-source');
  const source = new SqsSource({
    endpoint: new URL('/sqs', location.origin).href,
    region: 'us-east-1',
    queueUrl: queueName,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { source, name: queueName, journalName: 'aws-musical-event' };
}

/** Loads the code of the demo, and makes its source. */
export async function demoSource(scenario: ScenarioName, seed: number): Promise<EventSource> {
  const { DemoSource } = await import('$lib/source/demo/demo-source');
  return new DemoSource(scenario, seed);
}
