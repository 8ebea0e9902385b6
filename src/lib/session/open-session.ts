import mappingJson from '$mappings/default.json';
import { loadMapping } from '$lib/core/mapping/mapping';
import type { Journal } from '$lib/store/journal';
import { ListeningSession } from './listening-session.svelte';
import { LiveFeed } from './live-feed';
import { localQueue, type Programme, sourceOf, titleOf } from './programme';

/** What the composer draws its chance from; the same seed and events give the same music. */
const SEED = 1;

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
export async function openSession(programme: Programme): Promise<ListeningSession> {
  const isKept = programme.kind === 'queue';
  const [common, events, kept] = await Promise.all([
    parts(),
    sourceOf(programme, SEED),
    isKept ? journal() : null,
  ]);
  const title = titleOf(programme);
  const feed = new LiveFeed({ ...common, source: events, journal: kept });
  return new ListeningSession({ ...common, title, feed });
}
