import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endsReading } from './ends-reading';

/** An element of one kind, by itself. */
class Place {
  constructor(readonly name: string) {}

  closest(selector: string): Place | null {
    const kinds = selector.split(', ').map((each) => each.replace(/[:[].*/, ''));
    return kinds.includes(this.name) ? this : null;
  }
}

function escape(target: string, over: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const event = { key: 'Escape', defaultPrevented: false, target: new Place(target), ...over };
  return event as unknown as KeyboardEvent;
}

describe('endsReading', () => {
  let openDialog: Place | null;

  beforeEach(() => {
    openDialog = null;
    vi.stubGlobal('Element', Place);
    vi.stubGlobal('document', {
      querySelector: (selector: string) => (selector === 'dialog[open]' ? openDialog : null),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('hears Esc wherever nothing else wants it, and no other key', () => {
    expect(['body', 'button', 'main'].map((place) => endsReading(escape(place)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(endsReading(escape('body', { key: 'Enter' }))).toBe(false);
  });

  it('leaves Esc to an open dialog', () => {
    openDialog = new Place('dialog');
    expect(endsReading(escape('button'))).toBe(false);
  });

  it('leaves Esc to what is typed in', () => {
    expect(['input', 'textarea', 'select'].map((place) => endsReading(escape(place)))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('leaves Esc that is answered already', () => {
    expect(endsReading(escape('body', { defaultPrevented: true }))).toBe(false);
  });
});
