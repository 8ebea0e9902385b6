import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settings } from '../settings';
import { projectFolder, projectPath, projectText } from './fixtures/project-file';

const setup = projectText('docs/setup.md');
const operations = projectText('docs/operations.md');

/** The first groups of all matches. */
function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

const PAGES = ['setup.md', 'operations.md', 'cost.md', 'adr/008-delivery.md'];

describe('the pages for who deploys', () => {
  it('name every setting, and no other', () => {
    const rows = all(setup, /^\| `(\w+)` +\|/gm);
    expect(rows.toSorted()).toEqual(Object.keys(settings).toSorted());
  });

  it('have a row for every alarm', () => {
    const ids = all(projectText('amplify/watch/alarms.ts'), /alarm\(scope, prefix, '(\w+)'/g);
    expect(ids.length).toBeGreaterThan(0);
    expect(all(operations, /^\| `PREFIX-(\w+)`/gm)).toEqual(ids);
  });

  it('query lines of the log that functions write', () => {
    const folders = ['amplify/functions', 'amplify/share/sweep'];
    const code = folders
      .flatMap((folder) => projectFolder(folder).map((name) => `${folder}/${name}`))
      .filter((name) => name.endsWith('.ts'))
      .map(projectText)
      .join('\n');
    const messages = all(operations, /message = "(\w+)"/g);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(code).toContain(`message: '${message}'`);
    for (const field of ['tookMs', 'requestId', 'code:']) expect(code).toContain(field);
  });

  it.each(PAGES)('%s leads to files and headings that are there', (page) => {
    const text = projectText(`docs/${page}`);
    for (const link of all(text, /\]\(([^)\s]+)\)/g).filter((to) => !/^https?:/.test(to))) {
      const [file = '', heading] = link.split('#');
      const folder = page.includes('/') ? 'docs/adr/' : 'docs/';
      if (file !== '') expect(existsSync(projectPath(folder + file)), link).toBe(true);
      if (heading === undefined) continue;
      const headings = all(text, /^#+ (.+)$/gm).map((title) =>
        title.toLowerCase().replaceAll(' ', '-'),
      );
      expect(headings, link).toContain(heading);
    }
  });

  it('name files of the project that are there', () => {
    const named = PAGES.flatMap((page) =>
      all(projectText(`docs/${page}`), /`((?:amplify|cli|docs|mappings)\/[\w./-]+)`/g),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const file of named) expect(existsSync(projectPath(file)), file).toBe(true);
  });
});
