import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The declarations of the block that a selector opens, by name. */
function declarations(selector: string): Record<string, string> {
  const from = css.indexOf('{', css.indexOf(selector)) + 1;
  const body = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g)].map((found) => [found[1], found[2]]),
  );
}

describe('tokens', () => {
  const bySystem = declarations(":root:not([data-theme='light'])");

  it('are as dark by choice as by the system', () => {
    expect(bySystem['--paper']).toBe('#0e1111');
    expect(declarations(":root[data-theme='dark']")).toEqual(bySystem);
  });

  it('give every colour of the dark theme a light value too', () => {
    const light = declarations(':root {');
    expect(Object.keys(bySystem).filter((name) => !Object.hasOwn(light, name))).toEqual([]);
  });
});
