import { keyPressOf } from '../shell/keymap';

/**
 * Whether a key press ends the reading of files: Esc, unless it belongs to an open dialog, to what is typed
 * in, or to who has answered it already.
 */
export function endsReading(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented) return false;
  return !keyPressOf(event).isTyping && document.querySelector('dialog[open]') === null;
}
