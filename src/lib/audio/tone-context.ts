import { Context, OfflineContext, setContext } from './tone';

/**
 * Tone's instruments ask for a default context even when they are given one, and where there is none Tone opens the
 * audio hardware and a worker, before any click. So the first context of ours becomes the default.
 */
let hasDefault = false;

function makeDefault(context: Context): void {
  setContext(context);
  hasDefault = true;
}

/**
 * Tone's view of the context that the orchestra plays in, live or offline; Tone's default from now on when it is live.
 * Its own clock stands still: the orchestra's `advance` drives it.
 */
export function orchestraContext(native: AudioContext | OfflineAudioContext): Context {
  const isOffline = native instanceof OfflineAudioContext;
  const context = new Context({
    context: native,
    clockSource: 'offline',
    lookAhead: 0,
    updateInterval: 0.025,
  });
  Object.assign(context, { isOffline });
  if (!isOffline || !hasDefault) makeDefault(context);
  return context;
}

/** Tone's view of the context that one note is rendered in. */
export function printContext(native: OfflineAudioContext): OfflineContext {
  const context = new OfflineContext(native);
  if (!hasDefault) makeDefault(context);
  return context;
}
