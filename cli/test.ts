import { commitMessages } from './check/commit-messages';
import { fileSizes } from './check/file-sizes';
import { check, run, type Step, type Tally } from './check/step';
import { browserTests, faults, unitTests } from './check/tests';
import { twoCommands } from './check/two-commands';

/** Everything that CI runs, cheapest first; each step runs even when an earlier one failed. */
const STEPS: readonly Step[] = [
  check('format', 'prettier', '--check', '--log-level=warn', '.'),
  check('lint', 'eslint', '.', '--max-warnings', '0'),
  fileSizes,
  commitMessages,
  check('types', 'svelte-check', '--fail-on-warnings'),
  unitTests,
  check('build', 'vite', 'build', '--logLevel', 'warn'),
  browserTests,
  faults,
  twoCommands,
];

/** Names on the command line choose steps: `npm test -- lint types`. */
function chosen(names: readonly string[]): readonly Step[] {
  if (names.length === 0) return STEPS;
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length === 0) return STEPS.filter((step) => names.includes(step.name));
  console.error(
    `Unknown step: ${unknown.join(', ')}. Choose from: ${STEPS.map((s) => s.name).join(', ')}.`,
  );
  process.exit(2);
}

async function tallyOf(step: Step): Promise<Tally> {
  try {
    return await step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

async function main(): Promise<void> {
  const steps = chosen(process.argv.slice(2));
  await run('svelte-kit', ['sync']);
  const results: { name: string; seconds: number; tally: Tally }[] = [];
  for (const step of steps) {
    console.log(`\n— ${step.name}`);
    const started = performance.now();
    const tally = await tallyOf(step);
    results.push({ name: step.name, seconds: (performance.now() - started) / 1_000, tally });
  }
  console.log('');
  for (const { name, seconds, tally } of results)
    console.log(
      `${tally.failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(28)} ${String(tally.passed).padStart(5)} passed ${String(tally.failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s`,
    );
  const passed = results.reduce((sum, { tally }) => sum + tally.passed, 0);
  const failed = results.reduce((sum, { tally }) => sum + tally.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
