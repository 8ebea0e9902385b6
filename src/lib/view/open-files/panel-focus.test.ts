import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PanelFocus } from './panel-focus';

/** An element that takes the focus, and may hold others. */
class Place {
  isConnected = true;

  constructor(readonly held: readonly Place[] = []) {}

  closest(): null {
    return null;
  }

  contains(other: Place): boolean {
    return this.held.includes(other);
  }

  focus(): void {
    page.activeElement = this;
  }
}

const main = new Place();
const body = new Place();
const page = { activeElement: main, body, querySelector: () => main };

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('PanelFocus', () => {
  const cancel = new Place();
  const ground = new Place([cancel]) as unknown as Element;
  let chooser: Place;
  let focus: PanelFocus;

  beforeEach(() => {
    vi.stubGlobal('document', page);
    vi.stubGlobal('HTMLElement', Place);
    chooser = new Place();
    chooser.focus();
    focus = new PanelFocus();
    focus.panelComes(ground);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('gives the focus back to what had it before the panel came', async () => {
    cancel.focus();
    focus.panelComes(ground);
    focus.panelGoes(ground);
    await settled();
    expect(page.activeElement).toBe(chooser);
  });

  it('gives it to the main part where that is gone', async () => {
    cancel.focus();
    chooser.isConnected = false;
    focus.panelGoes(ground);
    await settled();
    expect(page.activeElement).toBe(main);
  });

  it('gives it to the main part where nothing had it', async () => {
    body.focus();
    const afterDrop = new PanelFocus();
    afterDrop.panelComes(ground);
    cancel.focus();
    afterDrop.panelGoes(ground);
    await settled();
    expect(page.activeElement).toBe(main);
  });

  it('leaves the focus that is elsewhere by then', async () => {
    const elsewhere = new Place();
    elsewhere.focus();
    focus.panelGoes(ground);
    await settled();
    expect(page.activeElement).toBe(elsewhere);
  });
});
