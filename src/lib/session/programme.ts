import { SCENARIOS, type ScenarioName } from '$lib/source/demo/scenarios';
import type { EventSource } from '$lib/source/event-source';

/** Something live to listen to. */
export type Programme =
  { readonly kind: 'queue' } | { readonly kind: 'demo'; readonly scenario: ScenarioName };

/** The queue of `npm start`, where this build was made for it; its address is the page's own, under `/sqs`. */
const LOCAL_QUEUE_URL: string | undefined = import.meta.env.VITE_LOCAL_QUEUE_URL;

/** Whether this build has a local queue behind it. */
export const localQueue = LOCAL_QUEUE_URL !== undefined;

/** The name that all tabs know the queue by. */
export const queueName = LOCAL_QUEUE_URL ?? '';

/** What stands above the score. */
export function titleOf(programme: Programme): string {
  if (programme.kind === 'queue') return 'Cloud Symphony';
  return SCENARIOS.find(({ name }) => name === programme.scenario)?.title ?? programme.scenario;
}

/** Loads the code that a programme needs, and no other, and makes its source. */
export function sourceOf(programme: Programme, seed: number): Promise<EventSource> {
  return programme.kind === 'queue' ? queueSource() : demoSource(programme.scenario, seed);
}

async function queueSource(): Promise<EventSource> {
  const { SqsSource } = await import('$lib/source/sqs/sqs-source');
  return new SqsSource({
    endpoint: new URL('/sqs', location.origin).href,
    region: 'us-east-1',
    queueUrl: LOCAL_QUEUE_URL ?? '',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

async function demoSource(scenario: ScenarioName, seed: number): Promise<EventSource> {
  const { DemoSource } = await import('$lib/source/demo/demo-source');
  return new DemoSource(scenario, seed);
}
