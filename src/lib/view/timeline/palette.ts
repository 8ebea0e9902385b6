import { FAMILIES, type Family } from '$lib/core/event/family';
import type { Shape } from '$lib/core/timeline/mark';

/** The design's colours as a canvas needs them, and the interface's font. */
export interface Palette {
  readonly paper: string;
  readonly sheet: string;
  readonly well: string;
  readonly rule: string;
  readonly ruleStrong: string;
  readonly staff: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly onInk: string;
  readonly warn: string;
  readonly bad: string;
  readonly badWash: string;
  readonly families: Readonly<Record<Family, string>>;
  readonly font: string;
}

/** Reads the custom properties in force on an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: read('paper'),
    sheet: read('sheet'),
    well: read('well'),
    rule: read('rule'),
    ruleStrong: read('rule-strong'),
    staff: read('staff'),
    ink: read('ink'),
    ink2: read('ink-2'),
    ink3: read('ink-3'),
    onInk: read('on-ink'),
    warn: read('sev-warn'),
    bad: read('sev-bad'),
    badWash: read('sev-bad-wash'),
    families: Object.fromEntries(
      FAMILIES.map((family) => [family, read(`fam-${family}`)]),
    ) as Record<Family, string>,
    font: style.fontFamily,
  };
}

/** Only trouble changes colour; all else keeps its family's hue. */
export function markColour(palette: Palette, lane: Family, shape: Shape): string {
  if (shape === 'cross') return palette.bad;
  if (shape === 'diamond') return palette.warn;
  return palette.families[lane];
}

/** Calls back whenever the theme changes, by the system or by the page. Returns its end. */
export function onThemeChange(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(changed);
  system.addEventListener('change', changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', changed);
    observer.disconnect();
  };
}
