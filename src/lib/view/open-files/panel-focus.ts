import { tick } from 'svelte';
import { rememberFocus } from '../shell/return-focus';

/**
 * Gives the focus back to where it was before a panel came, if the panel takes it along as it goes; to the
 * page's main part, if it was nowhere.
 */
export class PanelFocus {
  #giveBack: (() => void) | null = null;

  /** To be called as the panel comes to a part of the page. */
  panelComes(ground: Element): void {
    this.#giveBack ??= rememberFocus(ground);
  }

  /** To be called before the panel is taken away. */
  panelGoes(ground: Element): void {
    const giveBack = this.#giveBack;
    this.#giveBack = null;
    if (giveBack && ground.contains(document.activeElement)) void this.#afterwards(giveBack);
  }

  async #afterwards(giveBack: () => void): Promise<void> {
    await tick();
    giveBack();
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('#main')?.focus();
  }
}
