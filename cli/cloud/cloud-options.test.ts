import { expect, it } from 'vitest';
import { UsageError } from '../local/usage-error';
import { cloudOptions } from './cloud-options';

it('is hosted, on its own port and without a site, unless told', () => {
  expect(cloudOptions([])).toEqual({
    help: false,
    port: 4282,
    deployment: 'hosted',
    outputs: '.local/cloud/amplify_outputs.json',
    sitePort: null,
  });
});

it('takes what it is told', () => {
  const args = ['--port', '0', '--deployment', 'own', '--outputs', 'a.json', '--site-port', '80'];
  expect(cloudOptions(args)).toMatchObject({ port: 0, deployment: 'own', sitePort: 80 });
});

it.each([['--deployment', 'both'], ['--port', '70000'], ['--site-port', 'x'], ['--what']])(
  'refuses %s %s',
  (...args) => {
    expect(() => cloudOptions(args)).toThrow(UsageError);
  },
);
