import { execFileSync } from 'node:child_process';
import { ROOT, run, type Step } from './step';

/** How far back messages are read. */
const COMMITS = 200;

/** Commits follow the conventional form; a shallow clone is checked as far as it reaches. */
export const commitMessages: Step = {
  name: 'commit messages',
  run: async () => {
    const hashes = execFileSync('git', ['log', `-${COMMITS}`, '--no-merges', '--format=%H'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const oldest = hashes.trim().split('\n').at(-1) ?? 'HEAD';
    const parents = execFileSync('git', ['log', '-1', '--format=%P', oldest], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const range = parents.trim() === '' ? [] : ['--from', `${oldest}~1`];
    const args = range.length > 0 ? range : ['--from', oldest];
    return (await run('commitlint', args)) === 0
      ? { passed: 1, failed: 0 }
      : { passed: 0, failed: 1 };
  },
};
