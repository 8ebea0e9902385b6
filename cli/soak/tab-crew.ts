import type { BrowserContext } from '@playwright/test';
import type { HandOver } from './hand-over';
import { DISTURBANCES, SoakTab } from './soak-tab';

/** The tabs that listen: as many as wanted, with a new one for each that ends. */
export class TabCrew {
  kills = 0;
  readonly #context: BrowserContext;
  readonly #address: string;
  readonly #handOver: HandOver;
  #tabs: SoakTab[] = [];
  #opened = 0;

  constructor(context: BrowserContext, address: string, handOver: HandOver) {
    this.#context = context;
    this.#address = address;
    this.#handOver = handOver;
  }

  async open(): Promise<SoakTab> {
    const tab = await SoakTab.open(this.#context, this.#address, this.#opened++);
    this.#tabs.push(tab);
    return tab;
  }

  /** The tab that reads the queue; the oldest before any has asked. */
  get reader(): SoakTab {
    const tab = this.#tabs.find(({ name }) => name === this.#handOver.reader) ?? this.#tabs[0];
    if (!tab) throw new Error('no tab is open');
    return tab;
  }

  /** Crashes, closes or reloads the tab that reads, in turn, and opens another where it is gone. */
  async disturb(): Promise<void> {
    const how = DISTURBANCES[this.kills % DISTURBANCES.length] ?? 'crash';
    const victim = this.reader;
    this.kills += 1;
    if (this.#tabs.length > 1) this.#handOver.ends(victim.name, performance.now());
    if (await victim.disturb(how)) return;
    this.#tabs = this.#tabs.filter((tab) => tab !== victim);
    await this.open();
  }
  /** Closes the tabs that do not read. */
  async dismissFollowers(): Promise<void> {
    const reader = this.reader;
    const followers = this.#tabs.filter((tab) => tab !== reader);
    this.#tabs = [reader];
    await Promise.all(followers.map((tab) => tab.disturb('close')));
  }
}
