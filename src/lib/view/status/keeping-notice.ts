import { plural } from '../words/numeral';
import { plain, type Notice, type Stand } from './notice';

/** What is heard does not outlive the page. */
export function unkeptNotice({ keeping }: Stand): Notice | null {
  if (keeping === 'kept') return null;
  const text =
    'This browser stores nothing here, so what was heard is gone with the page. Allow this site to keep data, or leave the private window, and it is kept.';
  return { ...plain('What you hear is not kept', text, 'Unchanged.'), action: 'go-on-unkept' };
}

/** The oldest of what was kept made room for the newest. */
export function forgettingNotice({ forgotten = 0 }: Stand): Notice | null {
  if (forgotten === 0) return null;
  const text = `This browser has no more room for the journal. ${plural(forgotten, 'message')} of the oldest sessions made room; what you hear now is kept.`;
  return {
    ...plain('The oldest sessions were dropped', text, 'Unchanged.'),
    action: 'go-on-forgetting',
  };
}
