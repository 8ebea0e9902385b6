import { keepChoice, readChoice } from './stored-choice';

const NAME = 'character-keys';

/** Whether single letters and signs do something (WCAG 2.1.4 wants them to be switched off). */
class CharacterKeys {
  on = $state(true);

  /** Takes up the kept choice; only in a browser. */
  recall(): void {
    this.on = readChoice(NAME) !== 'off';
  }

  set(on: boolean): void {
    this.on = on;
    keepChoice(NAME, on ? null : 'off');
  }
}

export const characterKeys = new CharacterKeys();
