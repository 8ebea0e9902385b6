import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { matchLine } from './match/match-line';

const HELP = `npm run --silent match < FILE

Says whether events satisfy EventBridge event patterns. Reads JSON lines from standard input

  { "id": …, "pattern": { … }, "event": { … } }

and writes for each, in the same order, a line to standard output

  { "id": …, "result": "match" | "no-match" | "invalid-pattern", "reason": "…" }

A line that is no JSON object, or has no pattern or no event, gives "result": "invalid-line"; the
lines after it are answered. Empty lines are passed over.

  --help           print this
`;

async function answer(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    if (!process.stdout.write(`${JSON.stringify(matchLine(line))}\n`))
      await once(process.stdout, 'drain');
  }
}

/** The exit code: 0 when all lines were answered, 2 for a wrong call. */
async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0) {
    await answer();
    return 0;
  }
  const asked = args.every((arg) => arg === '--help' || arg === '-h');
  if (asked) process.stdout.write(HELP);
  else process.stderr.write('npm run match: takes no arguments. Run it with --help.\n');
  return asked ? 0 : 2;
}

// A reader such as `head` may leave before all is said.
process.stdout.once('error', () => process.exit());
process.exitCode = await main(process.argv.slice(2));
