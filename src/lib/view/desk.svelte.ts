import type { Listening } from '$lib/session/listening';
import { Announcer } from './announcer.svelte';
import { eventFilter } from './event-filter';
import { ScoreView } from './score-view.svelte';
import { isRunning } from './sound-state';
import { noticeOf } from './status/notice-of';
import { Ticker } from './ticker.svelte';
import { familyName } from './words/family-name';

export type DeskDialog = 'help' | 'unreadable' | 'menu' | 'event' | 'lane' | 'volume';

/** One session and what the page shows of it: everything that the layouts for desk and phone share. */
export class Desk {
  readonly listening: Listening;
  readonly view = new ScoreView();
  readonly announcer = new Announcer();
  readonly ticker = new Ticker();
  dialog: DeskDialog | null = $state(null);
  /** The rail as a sheet over the score, where there is no room for it beside. */
  railOpen = $state(false);
  /** The listener goes on without sound. */
  goesOnSilent = $state(false);
  readonly accepts = $derived.by(() => eventFilter(this.listening, this.view.filter));
  readonly notice = $derived.by(() =>
    noticeOf(this.listening, this.ticker.wall, this.goesOnSilent),
  );

  constructor(listening: Listening) {
    this.listening = listening;
  }

  /** Whether events are read and composed, with sound or without. */
  get isRunning(): boolean {
    return isRunning(this.listening.sound);
  }

  /** Listens or pauses; call it inside a click or a key press. */
  toggle(): void {
    void (this.isRunning ? this.listening.pause() : this.listening.play());
  }

  /** Mutes the lane that is looked at, or lets it sound again, and says so. */
  muteLane(): void {
    const lane = this.#lane();
    if (!lane) return;
    this.listening.setLaneMuted(lane.family, !lane.muted);
    this.announcer.say(`${familyName(lane.family)} ${lane.muted ? 'no longer muted' : 'muted'}`);
  }

  /** Solos the lane that is looked at, or ends its solo, and says so. */
  soloLane(): void {
    const lane = this.#lane();
    if (!lane) return;
    this.listening.setLaneSoloed(lane.family, !lane.soloed);
    this.announcer.say(
      `${familyName(lane.family)} ${lane.soloed ? 'no longer in solo' : 'in solo'}`,
    );
  }

  /** Quiet mode on or off, and says so. */
  turnQuietMode(): void {
    const on = !this.listening.quietMode;
    this.listening.setQuietMode(on);
    this.announcer.say(`Quiet mode ${on ? 'on' : 'off'}`);
  }

  /** Shows a longer (1) or shorter (−1) time, and says which. */
  stepSpan(step: 1 | -1): void {
    this.view.stepSpan(step);
    this.announcer.say(`${this.view.spanWords} shown`);
  }

  /** Closes what stands in front: dialog, selection, sheet, look into the past. */
  closeFront(): void {
    if (this.dialog) this.dialog = null;
    else if (this.view.selection) this.view.clearSelection();
    else if (this.railOpen) this.railOpen = false;
    else this.view.backToNow();
  }

  #lane() {
    return this.listening.lanes.find(({ family }) => family === this.view.lane);
  }
}
