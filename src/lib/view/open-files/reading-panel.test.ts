import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import BareReading from './BareReading.svelte';
import DropGround from './DropGround.svelte';
import { FileOpening } from './file-opening.svelte';
import ReadingPanel from './ReadingPanel.svelte';

const never = () => new Promise<never>(() => undefined);

/** An opening that has gone wrong. */
function refused(): FileOpening {
  const files = new FileOpening(never);
  files.trouble = { text: 'No events in it.', code: null };
  return files;
}

/** An opening that is under way. */
function underWay(): FileOpening {
  const files = new FileOpening(never);
  void files.open(never);
  return files;
}

const withoutComments = (html: string) => html.replace(/<!--.*?-->/g, '');

describe('the panel of the reading', () => {
  const htmlOf = (files: FileOpening) =>
    withoutComments(render(ReadingPanel, { props: { files } }).body);

  it('has a heading while it reads, and one when that failed', () => {
    expect(htmlOf(underWay())).toMatch(/<h2 id="reading-h"[^>]*>Reading the file<\/h2>/);
    expect(htmlOf(underWay())).not.toContain('role="status"');
    expect(htmlOf(refused())).toMatch(/<h2 id="reading-h"[^>]*>Not opened<\/h2>/);
  });
});

describe('the ground of the drop', () => {
  const saidBy = (files: FileOpening) =>
    /<p[^>]* aria-live="polite"[^>]*>(.*?)<\/p>/.exec(
      withoutComments(render(DropGround, { props: { files, endsOpen: false } }).body),
    )?.[1];

  it('has a place for words before there are any', () => {
    expect(saidBy(new FileOpening(never))).toBe('');
    expect(saidBy(underWay())).toBe('Reading the files');
  });
});

describe('what stands for the panel', () => {
  const htmlOf = (files: FileOpening) =>
    withoutComments(render(BareReading, { props: { files } }).body);

  it('shows why files were not opened, and can be closed', () => {
    const html = htmlOf(refused());
    expect(html).toContain('Not opened. No events in it.');
    expect(html).not.toContain('class="vh');
    expect(html).toContain('>Close</button>');
    expect(htmlOf(underWay())).toContain('>Cancel</button>');
  });
});
