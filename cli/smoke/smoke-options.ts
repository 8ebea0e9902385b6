import { OptionReader } from '../local/option-reader';

/** What `npm run smoke` was asked to do. */
export interface SmokeOptions {
  readonly help: boolean;
  /** Where the site is. */
  readonly url: URL;
  /** The file that the deployment wrote. */
  readonly outputs: string;
  /** Where the codes of a throw-away person are sent; null takes an address of AWS's mailbox simulator. */
  readonly email: string | null;
  /** The address of a person who is there already. */
  readonly user: string | null;
  /** Whether accounts are confirmed, or made, with the AWS credentials of this terminal. */
  readonly admin: boolean;
  /** Whether what was made is left for a look. */
  readonly keep: boolean;
  /** How long one message may take, in seconds. */
  readonly timeoutSeconds: number;
}

const OPTIONS = new OptionReader('npm run smoke');

const FLAGS = {
  help: { type: 'boolean', short: 'h' },
  url: { type: 'string' },
  outputs: { type: 'string' },
  email: { type: 'string' },
  user: { type: 'string' },
  admin: { type: 'boolean' },
  keep: { type: 'boolean' },
  timeout: { type: 'string' },
} as const;

const DEFAULTS = { outputs: 'amplify_outputs.json', timeout: '60' } as const;
const NOWHERE = 'http://127.0.0.1/';

function siteAt(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const secure = url?.protocol === 'https:';
  const local = url?.protocol === 'http:' && /^(127\.0\.0\.1|localhost)$/.test(url.hostname);
  if (url && (secure || local)) return url;
  return OPTIONS.refuse('--url', `wants an https address, not "${text}"`);
}

/** @throws UsageError for an unknown option, a value out of range, or options that exclude each other. */
export function smokeOptions(args: readonly string[]): SmokeOptions {
  const { values, positionals } = OPTIONS.parse(args, FLAGS);
  const [name] = positionals;
  if (name !== undefined) OPTIONS.refuse(`"${name}"`, 'is no option');
  const { help = false, email = null, user = null, admin = false, keep = false } = values;
  const { outputs, timeout, url } = { ...DEFAULTS, ...values };
  if (url === undefined && !help) OPTIONS.refuse('--url', 'is missing: where is the site?');
  if (user !== null && (admin || email !== null))
    OPTIONS.refuse('--user', 'names a person who is there: leave out --admin and --email');
  return {
    help,
    url: siteAt(url ?? NOWHERE),
    outputs,
    email,
    user,
    admin,
    keep,
    timeoutSeconds: OPTIONS.number('--timeout', timeout, 1, 600),
  };
}

export const HELP = `npm run smoke -- --url https://… [OPTIONS]

Tries a real deployment once: signs up a throw-away person, sends an event and hears it, makes a share, listens to
it and revokes it, asks for what must be refused, and takes away everything it made. Prints a table.
Exit code 0: all is well; 1: something is not; 2: it was called wrongly.

  --url URL        where the site is
  --outputs FILE   what the deployment wrote (${DEFAULTS.outputs})
  --admin          confirm the person, or make one where sign-up is closed, with the AWS credentials of this
                   terminal (cognito-idp:AdminConfirmSignUp, AdminCreateUser, AdminSetUserPassword, AdminDeleteUser)
  --email ADDRESS  sign up with this address; the code that is sent there is asked for
  --user ADDRESS   sign in as this person instead, with the password in SMOKE_PASSWORD; nothing of theirs is deleted
  --keep           leave what was made
  --timeout S      how long one message may take (${DEFAULTS.timeout} s)
  --help           print this
`;
