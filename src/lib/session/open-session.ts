import mappingJson from '$mappings/default.json';
import { loadMapping } from '$lib/core/mapping/mapping';
import type { EventSource } from '$lib/source/event-source';
import { ListeningSession } from './listening-session.svelte';

/** The queue of `npm start`, where this build was made for it; its address is the page's own, under `/sqs`. */
const LOCAL_QUEUE_URL: string | undefined = import.meta.env.VITE_LOCAL_QUEUE_URL;

/** Whether this build has a local queue behind it. */
export const localQueue = LOCAL_QUEUE_URL !== undefined;

/** What the composer draws its chance from; the same seed and events give the same music. */
const SEED = 1;

export type Programme = 'local-queue' | 'demo';

const TITLES: Record<Programme, string> = {
  'local-queue': 'Cloud Symphony',
  demo: 'A day in the cloud',
};

async function localQueueSource(): Promise<EventSource> {
  const { SqsSource } = await import('$lib/source/sqs/sqs-source');
  return new SqsSource({
    endpoint: new URL('/sqs', location.origin).href,
    region: 'us-east-1',
    queueUrl: LOCAL_QUEUE_URL ?? '',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

async function demoSource(): Promise<EventSource> {
  const { DemoSource } = await import('$lib/source/demo/demo-source');
  return new DemoSource(SEED);
}

async function sound() {
  const [{ ToneOutput }, { SilentOutput }, { OutputOrSilence }] = await Promise.all([
    import('$lib/audio/tone-output'),
    import('$lib/audio/silent-output'),
    import('$lib/audio/output-or-silence'),
  ]);
  return new OutputOrSilence(new ToneOutput(), new SilentOutput());
}

/**
 * Loads what the first sound needs and renders the voices while the page is idle, so that a click is answered at
 * once. Needs no click itself.
 */
export async function warmUp(): Promise<void> {
  const [{ prepare }] = await Promise.all([
    import('$lib/audio/prepare'),
    import('$lib/audio/tone-output'),
    import('$lib/store/journal'),
    localQueue ? import('$lib/source/sqs/sqs-source') : import('$lib/source/demo/demo-source'),
  ]);
  await prepare();
}

/** Makes a session, silent until it is told to play. */
export async function openSession(programme: Programme): Promise<ListeningSession> {
  const [output, source, { openJournal }, { loadSettings, saveSettings }] = await Promise.all([
    sound(),
    programme === 'demo' ? demoSource() : localQueueSource(),
    import('$lib/store/journal'),
    import('$lib/store/settings'),
  ]);
  return new ListeningSession({
    title: TITLES[programme],
    source,
    output,
    mapping: loadMapping(mappingJson),
    journal: await openJournal(),
    settings: loadSettings(),
    keep: saveSettings,
    seed: SEED,
    wallNow: Date.now,
  });
}
