import { describe, expect, it } from 'vitest';
import { commandOf, type KeyPress } from './keymap';

const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isTyping: false,
  isPressing: false,
  isSliding: false,
  isAwayFromLanes: false,
  ...over,
});

describe('commandOf', () => {
  it('knows the keyboard map', () => {
    const keys = [' ', 'End', 'Escape', 'm', 'S', 'Q', '/', '[', ']', '?', 'x', 'F5'];
    expect(keys.map((key) => commandOf(press(key), true))).toEqual([
      'toggle',
      'backToNow',
      'close',
      'muteLane',
      'soloLane',
      'quietMode',
      'filter',
      'longer',
      'shorter',
      'help',
      null,
      null,
    ]);
  });

  it('leaves keys to what is typed in and pressed', () => {
    expect(commandOf(press('m', { isTyping: true }), true)).toBeNull();
    expect(commandOf(press('Escape', { isTyping: true }), true)).toBe('close');
    expect(commandOf(press(' ', { isPressing: true }), true)).toBeNull();
    expect(commandOf(press('m', { isPressing: true }), true)).toBe('muteLane');
  });

  it('leaves a slider the keys that move it', () => {
    const keys = ['Home', 'End', 'PageUp', 'ArrowLeft', 'q', 'Escape'];
    expect(keys.map((key) => commandOf(press(key, { isSliding: true }), true))).toEqual([
      null,
      null,
      null,
      null,
      'quietMode',
      'close',
    ]);
  });

  it('mutes and solos nothing from a control that belongs to no lane', () => {
    const keys = ['m', 's', 'q', '['];
    expect(keys.map((key) => commandOf(press(key, { isAwayFromLanes: true }), true))).toEqual([
      null,
      null,
      'quietMode',
      'longer',
    ]);
  });

  it('leaves shortcuts to the browser', () => {
    expect(commandOf(press('s', { ctrlKey: true }), true)).toBeNull();
    expect(commandOf(press('q', { metaKey: true }), true)).toBeNull();
  });

  it('can go without letters and signs', () => {
    expect(commandOf(press('m'), false)).toBeNull();
    expect(commandOf(press('?'), false)).toBeNull();
    expect(commandOf(press(' '), false)).toBe('toggle');
  });

  it('does not flutter while Space is held down', () => {
    expect(commandOf(press(' ', { repeat: true }), true)).toBeNull();
  });
});
