import type { EntryCheck } from '../form/entry.svelte';

/** The bounds of a share, as `create-share` takes them. */
const NAME_MOST = 80;
const LISTENERS_MOST = 100;
const SOURCES_MOST = 20;

/** EventBridge's sources: letters, digits, dots, hyphens, slashes and underscores, for example `aws.ec2`. */
const SOURCE = /^[\w./-]{1,128}$/;

export const checkName: EntryCheck = (text) => {
  const length = text.trim().length;
  if (length === 0) return 'Give it a name: whoever listens reads it.';
  return length > NAME_MOST
    ? `A name has at most ${NAME_MOST} characters; this has ${length}.`
    : null;
};

export const checkListeners: EntryCheck = (text) => {
  const count = Number(text);
  const isRight = /^\d+$/.test(text.trim()) && count >= 1 && count <= LISTENERS_MOST;
  return isRight ? null : `Enter a number from 1 to ${LISTENERS_MOST}.`;
};

/** The sources in what was entered: between commas or spaces, each once. */
export function sourcesIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,]+/).filter((source) => source !== ''))];
}

export const checkSources: EntryCheck = (text) => {
  const sources = sourcesIn(text);
  const wrong = sources.find((source) => !SOURCE.test(source));
  if (wrong !== undefined) return `“${wrong}” is not a source; one looks like aws.ec2.`;
  return sources.length > SOURCES_MOST
    ? `At most ${SOURCES_MOST} sources; these are ${sources.length}.`
    : null;
};
