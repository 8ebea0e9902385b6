import type { Bus } from './bus';
import { gainOf } from './decibels';
import type { VoiceTraits } from './voices/voice-traits';

/** Places are rounded to this share of the way from the middle to one side, so that few panners serve all notes. */
const PAN_STEP = 0.05;

/** One voice's way into the mix: panners, a level, a group and a send to the reverb. */
export class Channel {
  readonly #panners = new Map<number, StereoPannerNode>();
  readonly #strip: GainNode;
  readonly #entry: AudioNode;

  /** @param insert an effect between the panners and the level. */
  constructor(
    private readonly context: BaseAudioContext,
    bus: Bus,
    traits: VoiceTraits,
    insert?: AudioNode,
  ) {
    this.#strip = new GainNode(context, { gain: gainOf(traits.level) });
    this.#strip.connect(bus.groups[traits.group]);
    this.#strip.connect(new GainNode(context, { gain: traits.reverbSend })).connect(bus.reverb);
    insert?.connect(this.#strip);
    this.#entry = insert ?? this.#strip;
  }

  /** Where a note at this place goes in. @param pan −1 (left) to 1 (right). */
  input(pan: number): AudioNode {
    const place = Math.round(Math.max(-1, Math.min(1, pan)) / PAN_STEP) * PAN_STEP;
    return this.#panners.get(place) ?? this.#newPanner(place);
  }

  #newPanner(pan: number): StereoPannerNode {
    const panner = new StereoPannerNode(this.context, { pan });
    panner.connect(this.#entry);
    this.#panners.set(pan, panner);
    return panner;
  }
}
