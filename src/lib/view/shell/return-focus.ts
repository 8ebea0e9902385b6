const openers = new WeakMap<Element, Element>();

/**
 * Remembers where the focus is as a dialog or a panel opens. The function it gives puts the focus back there; if that
 * place was in a dialog which is gone, to where that dialog was opened, and else to the page's main part.
 */
export function rememberFocus(dialog: Element): () => void {
  const opener = document.activeElement;
  const outer = opener?.closest('dialog');
  const outerOpener = outer ? openers.get(outer) : undefined;
  if (opener) openers.set(dialog, outerOpener ?? opener);
  return () => {
    const place = [opener, outerOpener, document.querySelector('#main')].find(
      (each) => each?.isConnected,
    );
    if (place instanceof HTMLElement) place.focus();
  };
}
