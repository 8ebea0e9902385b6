import { SvelteSet } from 'svelte/reactivity';
import type { Listening } from '$lib/session/listening';
import { Announcer } from './announcer.svelte';
import { troubleOf } from './attempt/trouble';
import { eventFilter } from './event-filter';
import { ScoreView } from './score-view.svelte';
import { isRunning } from './sound-state';
import type { Notice, NoticeAction } from './status/notice';
import { noticeOf } from './status/notice-of';
import { Ticker } from './ticker.svelte';
import type { Programmes } from './welcome/programme';
import { familyName } from './words/family-name';

export type DeskDialog =
  'help' | 'unreadable' | 'menu' | 'event' | 'lane' | 'volume' | 'programme' | 'recording';

/** One session and what the page shows of it: everything that the layouts for desk and phone share. */
export class Desk {
  readonly listening: Listening;
  readonly view = new ScoreView();
  readonly announcer = new Announcer();
  readonly ticker = new Ticker();
  dialog: DeskDialog | null = $state(null);
  /** The rail as a sheet over the score, where there is no room for it beside. */
  railOpen = $state(false);
  /** What the listener was told of and goes on with. */
  readonly putAway = new SvelteSet<NoticeAction>();
  readonly accepts = $derived.by(() => eventFilter(this.listening, this.view.filter));
  readonly notice = $derived.by(() => noticeOf(this.listening, this.ticker.wall, this.putAway));

  /**
   * @param programmes what else can be heard; null where nothing else is offered
   */
  constructor(
    listening: Listening,
    readonly programmes: Programmes | null = null,
  ) {
    this.listening = listening;
  }

  /** Whether events are read and composed, with sound or without. */
  get isRunning(): boolean {
    return isRunning(this.listening.sound) && !this.hasEnded;
  }

  /** Whether a recording is over. */
  get hasEnded(): boolean {
    return this.listening.player?.state === 'ended';
  }

  /** Listens or pauses; a recording that is over begins again. Call it inside a click or a key press. */
  toggle(): void {
    const { isRunning, hasEnded, listening } = this;
    if (hasEnded) this.#begin();
    void (isRunning ? listening.pause() : listening.play());
  }

  /** Does what a notice offers; call it inside a click. */
  answer({ action }: Notice): void {
    if (action === 'listen' || action === 'hear-again') this.toggle();
    else if (action === 'try-now') this.listening.tryNow();
    else if (action === 'skip-to-now') this.listening.skipToNow();
    else if (action === 'play-here') this.#playHere();
    else if (action) this.putAway.add(action);
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

  #begin(): void {
    this.view.backToNow();
    this.listening.player?.seek(0).catch((error: unknown) => {
      this.announcer.say(troubleOf(error, navigator.onLine).text);
    });
  }

  #playHere(): void {
    this.listening.playHere();
    if (!this.isRunning) void this.listening.play();
  }

  #lane() {
    return this.listening.lanes.find(({ family }) => family === this.view.lane);
  }
}
