import mappingJson from '$mappings/default.json';
import { loadMapping } from '$lib/core/mapping/mapping';
import type { EventSource } from '$lib/source/event-source';
import type { Journal } from '$lib/store/journal';
import { ListeningSession } from './listening-session.svelte';
import { LiveFeed } from './live-feed';

/** The queue of `npm start`, where this build was made for it; its address is the page's own, under `/sqs`. */
const LOCAL_QUEUE_URL: string | undefined = import.meta.env.VITE_LOCAL_QUEUE_URL;

/** Whether this build has a local queue behind it. */
export const localQueue = LOCAL_QUEUE_URL !== undefined;

/** What the composer draws its chance from; the same seed and events give the same music. */
const SEED = 1;

/** Something to listen to. */
interface Programme {
  readonly title: string;
  readonly source: () => Promise<EventSource>;
  /** Whether what was heard is kept in the journal. */
  readonly isKept: boolean;
}

export type ProgrammeName = 'local-queue' | 'demo';

const PROGRAMMES: Readonly<Record<ProgrammeName, Programme>> = {
  'local-queue': { title: 'Cloud Symphony', source: localQueueSource, isKept: true },
  demo: { title: 'A day in the cloud', source: demoSource, isKept: false },
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
  return new DemoSource('calm-day', SEED);
}

async function journal(): Promise<Journal> {
  const { openJournal } = await import('$lib/store/journal');
  return openJournal();
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

/** Where every session's sound, settings and clock come from. */
async function parts() {
  const [output, { loadSettings, saveSettings }] = await Promise.all([
    sound(),
    import('$lib/store/settings'),
  ]);
  const mapping = loadMapping(mappingJson);
  const settings = loadSettings();
  return { output, mapping, settings, keep: saveSettings, seed: SEED, wallNow: Date.now };
}

/** Makes a session, silent until it is told to play. */
export async function openSession(name: ProgrammeName): Promise<ListeningSession> {
  const { title, source, isKept } = PROGRAMMES[name];
  const [common, events, kept] = await Promise.all([parts(), source(), isKept ? journal() : null]);
  const feed = new LiveFeed({ ...common, source: events, journal: kept });
  return new ListeningSession({ ...common, title, feed });
}
