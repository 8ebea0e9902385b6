import { DuckingFader, type Duck } from './ducking';
import { reverbImpulse } from './reverb-impulse';
import type { Group } from './voices/voice-traits';
import type { Seconds } from '$lib/core/score/note';
import { LIMITER } from './worklet/processor-names';

/** Below this the reverb only muddies the bass. */
const REVERB_LOW_CUT_HZ = 180;
/** Below this nothing is heard; it would only move the loudspeaker. */
const LOW_CUT_HZ = 32;
/** A second-order Butterworth response: Web Audio counts the Q of cuts in dB. */
const BUTTERWORTH_Q = -3.01;

/** How much of a duck's depth each group takes; alerts take none. */
const DUCK_SHARES: readonly (readonly [Group, number])[] = [
  ['pad', 1],
  ['tonal', 0.8],
  ['perc', 0.6],
];

/**
 * Where all voices meet: groups → master → low cut → limiter → out, and the sends through one reverb.
 * The limiter's module must have been loaded into the context.
 */
export class Bus {
  readonly groups: Readonly<Record<Group, GainNode>>;
  /** The sends' common input. */
  readonly reverb: GainNode;
  /** The listener's volume, before the limiter. */
  readonly master: GainNode;
  /** For fades at pause and play, after the limiter. */
  readonly out: GainNode;
  readonly #faders: readonly DuckingFader[];

  constructor(context: BaseAudioContext) {
    const group = (): GainNode => new GainNode(context);
    this.groups = { tonal: group(), pad: group(), perc: group(), alert: group() };
    this.reverb = new GainNode(context);
    this.master = new GainNode(context);
    this.out = new GainNode(context);
    this.#faders = DUCK_SHARES.map(
      ([name, share]) => new DuckingFader(this.groups[name].gain, share),
    );
    for (const node of Object.values(this.groups)) node.connect(this.master);
    this.reverb
      .connect(convolver(context))
      .connect(lowCut(context, REVERB_LOW_CUT_HZ))
      .connect(this.master);
    this.master.connect(lowCut(context, LOW_CUT_HZ)).connect(limiter(context)).connect(this.out);
    this.out.connect(context.destination);
  }

  /** Lets the routine step back from `at` on. */
  duck(duck: Duck, at: Seconds): void {
    for (const fader of this.#faders) fader.duck(duck, at);
  }
}

function lowCut(context: BaseAudioContext, frequency: number): BiquadFilterNode {
  return new BiquadFilterNode(context, { type: 'highpass', frequency, Q: BUTTERWORTH_Q });
}

function limiter(context: BaseAudioContext): AudioWorkletNode {
  return new AudioWorkletNode(context, LIMITER, {
    outputChannelCount: [2],
    channelCount: 2,
    channelCountMode: 'explicit',
  });
}

function convolver(context: BaseAudioContext): ConvolverNode {
  const [left, right] = reverbImpulse(context.sampleRate);
  const buffer = new AudioBuffer({
    numberOfChannels: 2,
    length: left.length,
    sampleRate: context.sampleRate,
  });
  buffer.copyToChannel(left, 0);
  buffer.copyToChannel(right, 1);
  return new ConvolverNode(context, { buffer, disableNormalization: true });
}
