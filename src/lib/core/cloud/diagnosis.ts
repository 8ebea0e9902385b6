import type { ConnectionCheck } from './calls';
import { connectorProblem, connectorVerdict, type Expected } from './diagnosis-connector';
import { diagnosisPrintIn, type DiagnosisPrint } from './diagnosis-print';
import { rulesVerdict } from './diagnosis-rules';
import { trailVerdict } from './diagnosis-trail';

/**
 * Reads what the diagnosis command printed in the account that is to be heard, and says of each thing whether it is
 * right, and what to do where it is not. Total: whatever was pasted, it returns.
 *
 * @param pasted as it was copied from CloudShell
 */
export function diagnose(pasted: string, expected: Expected): readonly ConnectionCheck[] {
  const print = diagnosisPrintIn(pasted);
  if (!print) return [NOT_READABLE];
  const account = accountVerdict(print, expected);
  const problem = connectorProblem(print, expected);
  const trail = trailVerdict(print);
  if (problem) return [...account, problem, trail];
  return [...account, connectorVerdict(print, expected), ...rulesVerdict(print), trail];
}

const NOT_READABLE: ConnectionCheck = {
  id: 'connector',
  state: 'unknown',
  message: 'This is not what the command prints.',
  resolution: 'Copy all that stands from the first { to the last }, and paste it again.',
};

/** Whether the account may publish to the feed at all. */
function accountVerdict({ account }: DiagnosisPrint, { accounts }: Expected): ConnectionCheck[] {
  if (account === null)
    return [
      {
        id: 'feed-policy',
        state: 'unknown',
        message: 'Which account this is could not be read.',
        resolution: 'Sign in to the console anew, open CloudShell, and run the command again.',
      },
    ];
  if (accounts.includes(account))
    return [
      {
        id: 'feed-policy',
        state: 'ok',
        message: `Account ${account} may publish to your feed.`,
        resolution: '',
      },
    ];
  return [
    {
      id: 'feed-policy',
      state: 'wrong',
      message: `Account ${account} has not been added: your feed refuses its events.`,
      resolution: `Add ${account} above. The connector need not be made again.`,
    },
  ];
}
