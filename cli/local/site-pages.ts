import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * The page that answers a path, as a static host gives it: its own file, else the fallback that the router fills in;
 * null for a missing part of the site itself, which must not be answered with a page.
 */
export type PageAt = (path: string) => string | null;

/** The address of a file: `index.html` stands for its folder. */
function pathOf(file: string): string {
  const path = `/${file.split(sep).join('/')}`.replace(/\.html$/, '');
  return path.replace(/\/index$/, '') || '/';
}

/** Reads the HTML files of a built site, a handful of small ones, into memory. */
export async function sitePages(folder: string): Promise<PageAt> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name));
  const pages = new Map<string, string>();
  for (const file of files) pages.set(pathOf(relative(folder, file)), await readFile(file, 'utf8'));
  const fallback = pages.get('/200') ?? null;
  return (path) => {
    if (path.startsWith('/_app/')) return null;
    return pages.get(path.length > 1 ? path.replace(/\/$/, '') : path) ?? fallback;
  };
}
