import { keepChoice, readChoice } from './stored-choice';

export type ThemeChoice = 'system' | 'light' | 'dark';

const NAME = 'theme';
const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};

/** The listener's theme. `static/theme.js` applies the kept one before the first paint. */
export class Theme {
  choice: ThemeChoice = $state('system');

  /** Takes up the kept choice; only in a browser. */
  recall(): void {
    const kept = readChoice(NAME);
    this.choice = kept === 'light' || kept === 'dark' ? kept : 'system';
  }

  /** System, light, dark, and round again. */
  turn(): void {
    this.choice = NEXT[this.choice];
    keepChoice(NAME, this.choice === 'system' ? null : this.choice);
    const root = document.documentElement;
    if (this.choice === 'system') root.removeAttribute('data-theme');
    else root.dataset['theme'] = this.choice;
  }
}

/** The page's one theme. */
export const theme = new Theme();
