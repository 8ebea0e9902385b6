import { OptionReader } from '../local/option-reader';

/** What the local cloud was asked to be. */
export interface CloudOptions {
  readonly help: boolean;
  /** 0 for any free port. */
  readonly port: number;
  readonly deployment: 'own' | 'hosted';
  /** Where to write what `npx ampx generate outputs` would write. */
  readonly outputs: string;
  /** Where to serve the site that is built for this cloud; null for no site. */
  readonly sitePort: number | null;
}

const OPTIONS = new OptionReader('node cli/prepare.mjs cli/cloud.ts');

const FLAGS = {
  help: { type: 'boolean', short: 'h' },
  port: { type: 'string' },
  deployment: { type: 'string' },
  outputs: { type: 'string' },
  'site-port': { type: 'string' },
} as const;

export const HELP = `A cloud on this machine: the backend's own functions and policies, in front of stand-ins for AWS's services.

  --port N          where it listens on 127.0.0.1 (4282; 0 for any free port)
  --deployment D    hosted: everyone may sign up; own: the owner invites (hosted)
  --outputs FILE    where to write the outputs for the site (.local/cloud/amplify_outputs.json)
  --site-port N     also builds the site for it, and serves it there
  --help            this text`;

function deploymentNamed(name: string): CloudOptions['deployment'] {
  if (name === 'own' || name === 'hosted') return name;
  return OPTIONS.refuse('--deployment', `wants own or hosted, not "${name}"`);
}

/** @throws UsageError for what it does not know. */
export function cloudOptions(args: readonly string[]): CloudOptions {
  const { values } = OPTIONS.parse(args, FLAGS);
  const port = (flag: 'port' | 'site-port', text: string) => OPTIONS.whole(flag, text, 0, 65_535);
  const sitePort = values['site-port'];
  return {
    help: values.help ?? false,
    port: port('port', values.port ?? '4282'),
    deployment: deploymentNamed(values.deployment ?? 'hosted'),
    outputs: values.outputs ?? '.local/cloud/amplify_outputs.json',
    sitePort: sitePort === undefined ? null : port('site-port', sitePort),
  };
}
