import { describe, expect, it } from 'vitest';
import { UsageError } from '../local/usage-error';
import { HELP, smokeOptions } from './smoke-options';

const URL_ARGS = ['--url', 'https://music.example/'];

describe('the options of npm run smoke', () => {
  it('have defaults, and need a site', () => {
    expect(smokeOptions(URL_ARGS)).toEqual({
      help: false,
      url: new URL('https://music.example/'),
      outputs: 'amplify_outputs.json',
      email: null,
      user: null,
      admin: false,
      keep: false,
      timeoutSeconds: 60,
    });
    expect(smokeOptions(['--help']).help).toBe(true);
  });

  it('are read', () => {
    const args = ['--admin', '--keep', '--timeout', '5', '--outputs', 'o.json'];
    expect(smokeOptions([...URL_ARGS, ...args, '--email=me@example.com'])).toMatchObject({
      admin: true,
      keep: true,
      timeoutSeconds: 5,
      outputs: 'o.json',
      email: 'me@example.com',
    });
    expect(smokeOptions(['--url', 'http://127.0.0.1:4173']).url.port).toBe('4173');
  });

  it.each([
    [[], '--url is missing: where is the site?'],
    [['--url', 'music'], '--url wants an https address, not "music"'],
    [['--url', 'http://music.example'], 'wants an https address'],
    [[...URL_ARGS, '--timeout', '0'], '--timeout wants a number from 1 to 600, not "0"'],
    [[...URL_ARGS, '--user', 'a@b.c', '--admin'], 'leave out --admin and --email'],
    [[...URL_ARGS, '--loud'], "Unknown option '--loud'"],
    [[...URL_ARGS, 'more'], '"more" is no option'],
  ])('refuse %j', (args, message) => {
    expect(() => smokeOptions(args)).toThrow(UsageError);
    expect(() => smokeOptions(args)).toThrow(message);
  });

  it('are all told', () => {
    const names = ['url', 'outputs', 'admin', 'email', 'user', 'keep', 'timeout', 'help'];
    for (const name of names) expect(HELP).toContain(`--${name}`);
  });
});
