import mappingJson from '$mappings/default.json';
import type { ScenarioName } from '$lib/source/demo/scenarios';
import type { EventSource } from '$lib/source/event-source';
import type { DroppedFile } from '$lib/source/file/dropped-file';
import type { ReadingProgress } from '$lib/source/recording';
import type { JournalNotice } from '$lib/store/journal';
import { defaultMapping } from './default-mapping';
import { ListeningSession } from './listening-session.svelte';
import { LiveFeed } from './live-feed';
import { demoSource, listenedQueue, localQueue, type Programme, titleOf } from './programme';

/** What the composer draws its chance from; the same seed and events give the same music. */
const SEED = 1;

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
    localQueue ? queueCode() : import('$lib/source/demo/demo-source'),
  ]);
  await prepare();
}

/** Where every session's sound, settings and clock come from. */
async function parts() {
  const [output, { loadSettings, saveSettings }, mapping] = await Promise.all([
    sound(),
    import('$lib/store/settings'),
    defaultMapping(),
  ]);
  const settings = loadSettings();
  return { output, mapping, settings, keep: saveSettings, seed: SEED, wallNow: Date.now };
}

function queueCode() {
  return Promise.all([
    import('$lib/source/tabs/one-tab-source'),
    import('$lib/source/tabs/sound-place'),
    import('$lib/store/journal'),
    import('$lib/source/sqs/sqs-source'),
  ]);
}

/** A queue that several tabs may listen to: one reads, one sounds, and what is heard is kept. */
async function queueParts(common: Awaited<ReturnType<typeof parts>>, kind: 'queue' | 'account') {
  const [[{ OneTabSource }, { SoundPlace }, { openJournal }], queue] = await Promise.all([
    queueCode(),
    listenedQueue(kind),
  ]);
  const { name, journalName, heardThrough = (source: EventSource) => source } = queue;
  let feed: LiveFeed | null = null;
  const onNotice = (notice: JournalNotice) => feed?.heed(notice);
  const journal = await openJournal(journalName, { ...common, onNotice });
  const onLead = async () => feed?.recall();
  const source = heardThrough(new OneTabSource(queue.source, name, { onLead }));
  feed = new LiveFeed({ ...common, source, journal });
  return { feed, soundPlace: new SoundPlace(name) };
}

async function demoParts(common: Awaited<ReturnType<typeof parts>>, scenario: ScenarioName) {
  const source = await demoSource(scenario, SEED);
  return { feed: new LiveFeed({ ...common, source, journal: null }) };
}

async function partsOf(common: Awaited<ReturnType<typeof parts>>, programme: Programme) {
  if (programme.kind === 'demo') return demoParts(common, programme.scenario);
  // Without a cloud nothing offers a share, and the build leaves out what lies behind this.
  if (import.meta.env.VITE_HAS_CLOUD === 'true' && programme.kind === 'shared') {
    const { listenedShare } = await import('./listened-share');
    return listenedShare(programme.token, common.mapping, common.wallNow);
  }
  return queueParts(common, programme.kind === 'account' ? 'account' : 'queue');
}

/** Makes a session, silent until it is told to play. */
export async function openSession(programme: Programme): Promise<ListeningSession> {
  const common = await parts();
  const own = await partsOf(common, programme);
  return new ListeningSession({ ...common, ...own, title: titleOf(programme) });
}

/**
 * Makes a session from files, silent until it is told to play. Nothing of them leaves the page.
 *
 * @throws an error with a `resolution` when the files hold nothing that can be heard.
 */
export async function openRecordingSession(
  files: readonly DroppedFile[],
  onProgress: (progress: ReadingProgress) => void,
  signal: AbortSignal,
): Promise<ListeningSession> {
  const [{ openRecording }, { RecordingFeed }, common] = await Promise.all([
    import('$lib/source/file/open-recording'),
    import('./recording-feed.svelte'),
    parts(),
  ]);
  signal.throwIfAborted();
  const score = { mapping: mappingJson, seed: SEED };
  const recording = await openRecording(files, onProgress, signal, score);
  const feed = new RecordingFeed(recording, common.mapping, common.wallNow());
  const { title, seed = SEED } = recording.facts;
  return new ListeningSession({ ...common, title, feed, seed });
}
