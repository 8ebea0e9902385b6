/** What keys can do, wherever the focus is. */
export interface KeyCommands {
  toggle(): void;
  backToNow(): void;
  muteLane(): void;
  soloLane(): void;
  quietMode(): void;
  filter(): void;
  longer(): void;
  shorter(): void;
  help(): void;
  close(): void;
}

interface Binding {
  readonly command: keyof KeyCommands;
  /** A letter or sign: these can be switched off, for who dictates or rests a hand on the keys. */
  readonly isCharacter: boolean;
}

const BINDINGS: ReadonlyMap<string, Binding> = new Map<string, Binding>([
  [' ', { command: 'toggle', isCharacter: false }],
  ['End', { command: 'backToNow', isCharacter: false }],
  ['Escape', { command: 'close', isCharacter: false }],
  ['m', { command: 'muteLane', isCharacter: true }],
  ['s', { command: 'soloLane', isCharacter: true }],
  ['q', { command: 'quietMode', isCharacter: true }],
  ['/', { command: 'filter', isCharacter: true }],
  ['[', { command: 'longer', isCharacter: true }],
  [']', { command: 'shorter', isCharacter: true }],
  ['?', { command: 'help', isCharacter: true }],
]);

/** A key press, as much of it as matters here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  /** Whether the focus is in something that wants the key itself. */
  readonly isTyping: boolean;
  /** Whether the focus is on something that Space or Enter presses. */
  readonly isPressing: boolean;
  /** Whether the focus is on a slider, which moves with Home, End, arrows and Page keys. */
  readonly isSliding: boolean;
  /** Whether the focus is on a control that belongs to no lane. */
  readonly isAwayFromLanes: boolean;
}

const SLIDING_KEYS: ReadonlySet<string> = new Set([
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
]);
const OF_LANES: ReadonlySet<keyof KeyCommands> = new Set(['muteLane', 'soloLane']);

/** Whether what is focused wants the key, or has nothing to do with its command. */
function isTaken(press: KeyPress, command: keyof KeyCommands): boolean {
  if (press.isTyping && press.key !== 'Escape') return true;
  if (press.isPressing && press.key === ' ') return true;
  if (press.isSliding && SLIDING_KEYS.has(press.key)) return true;
  return press.isAwayFromLanes && OF_LANES.has(command);
}

/** The command of a key press; null where it has none, or where what is focused wants the key. */
export function commandOf(press: KeyPress, charactersOn: boolean): keyof KeyCommands | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const binding = BINDINGS.get(press.key.length === 1 ? press.key.toLowerCase() : press.key);
  if (!binding || isTaken(press, binding.command)) return null;
  if (press.repeat && binding.command === 'toggle') return null;
  return binding.isCharacter && !charactersOn ? null : binding.command;
}

/** The keyboard map as the help shows it. */
export const KEY_HELP: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Space'], does: 'listen or pause' },
  { keys: ['←', '→'], does: 'previous or next event of the lane' },
  { keys: ['↑', '↓'], does: 'lane above or below' },
  { keys: ['Enter'], does: 'hear the event' },
  { keys: ['End'], does: 'back to now' },
  { keys: ['M', 'S'], does: 'mute or solo the focused lane' },
  { keys: ['Q'], does: 'quiet mode' },
  { keys: ['/'], does: 'filter events' },
  { keys: ['[', ']'], does: 'show more or less time' },
  { keys: ['?'], does: 'this help' },
  { keys: ['Esc'], does: 'close' },
];

const TYPING = 'input:not([type="range"], [type="checkbox"]), textarea, select, [contenteditable]';
const SLIDING = 'input[type="range"], [role="slider"]';
const PRESSING = 'button, a[href], summary, input';
const CONTROL = 'button, a[href], summary, input, select, textarea, [role="slider"]';
const LANES = '[data-lanes]';

/** Reads a key press out of a DOM event. */
export function keyPressOf(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : null;
  const { key, ctrlKey, metaKey, altKey, repeat } = event;
  const isIn = (selector: string) => target !== null && target.closest(selector) !== null;
  return {
    key,
    ctrlKey,
    metaKey,
    altKey,
    repeat,
    isTyping: isIn(TYPING),
    isPressing: isIn(PRESSING),
    isSliding: isIn(SLIDING),
    isAwayFromLanes: isIn(CONTROL) && !isIn(LANES),
  };
}
