import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What `amplify_outputs.json` must hold for the page to have a cloud behind it, as paths of text fields. */
const NEEDED = [
  'auth.aws_region',
  'auth.user_pool_id',
  'auth.user_pool_client_id',
  'auth.identity_pool_id',
  'custom.cloud.prefix',
  'custom.cloud.region',
  'custom.cloud.account',
  'custom.cloud.deployment',
  'custom.cloud.selfSignUp',
];

/** The version of `custom.cloud` that this page understands. */
const VERSION = 1;

export class CloudOutputsError extends Error {
  /** @override */
  name = 'CloudOutputsError';

  /**
   * @param {string} message
   * @param {string} resolution
   */
  constructor(message, resolution) {
    super(`${message} ${resolution}`);
    this.resolution = resolution;
  }
}

/**
 * @param {unknown} value
 * @param {string} path
 * @returns {unknown}
 */
function at(value, path) {
  return path
    .split('.')
    .reduce(
      (held, name) =>
        typeof held === 'object' && held !== null && Object.hasOwn(held, name)
          ? Reflect.get(held, name)
          : undefined,
      value,
    );
}

/**
 * @param {string} file
 * @returns {unknown}
 */
function parsed(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new CloudOutputsError(
      `${file} is no JSON (${cause instanceof Error ? cause.message : cause}).`,
      'Make it again with `npx ampx generate outputs`.',
    );
  }
}

/**
 * Reads what `npx ampx` says of the deployment that the site is built for: the file named by the environment variable
 * AMPLIFY_OUTPUTS, else `amplify_outputs.json` in the working folder.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {import('../../src/lib/account/outputs').AmplifyOutputs | null} null where there is none: then the site is
 * the demo and the file player
 * @throws {CloudOutputsError} when a file is named that does not exist, or it is not of this page's kind
 */
export function readCloudOutputs(env = process.env) {
  const named = env['AMPLIFY_OUTPUTS'];
  const file = resolve(named || 'amplify_outputs.json');
  if (!existsSync(file)) {
    if (!named) return null;
    throw new CloudOutputsError(
      `AMPLIFY_OUTPUTS names ${file}, which does not exist.`,
      'Name another file, or none to build the demo alone.',
    );
  }
  const outputs = parsed(file);
  const missing = NEEDED.filter((path) => typeof at(outputs, path) !== 'string');
  if (at(outputs, 'custom.cloud.version') !== VERSION) missing.push('custom.cloud.version');
  if (missing.length > 0)
    throw new CloudOutputsError(
      `${file} lacks ${missing.join(', ')}, or has them in another form.`,
      'Deploy the backend of this version, and take its outputs.',
    );
  return /** @type {import('../../src/lib/account/outputs').AmplifyOutputs} */ (outputs);
}

/**
 * The origins that a page with this cloud talks to, for `connect-src` of its content security policy: AWS's own of the
 * Region, or those of a local cloud.
 *
 * @param {import('../../src/lib/account/outputs').AmplifyOutputs | null} outputs
 * @returns {`${string}.${string}`[]} sorted, each once; none without a cloud
 */
export function cloudOrigins(outputs) {
  if (!outputs) return [];
  const origins = new Set(cloudAddresses(outputs).map((address) => new URL(address).origin));
  return /** @type {`${string}.${string}`[]} */ ([...origins].sort());
}

/**
 * @param {import('../../src/lib/account/outputs').AmplifyOutputs} outputs
 * @returns {string[]}
 */
function cloudAddresses({ auth, custom }) {
  const { region, endpoints } = custom.cloud;
  if (endpoints) return Object.values(endpoints);
  const at = (/** @type {string} */ service, /** @type {string} */ where) =>
    `https://${service}.${where}.amazonaws.com${where.startsWith('cn-') ? '.cn' : ''}`;
  return [
    ...['cognito-idp', 'cognito-identity'].map((name) => at(name, auth.aws_region)),
    ...['lambda', 'sns', 'sqs'].map((name) => at(name, region)),
  ];
}

/** The name under which the page's code imports the outputs; only a lazy part of it does. */
const MODULE = 'virtual:cloud-outputs';

/**
 * Gives the page its outputs, as a module of their own, and tells it whether there are any.
 *
 * @param {import('../../src/lib/account/outputs').AmplifyOutputs | null} outputs
 * @returns {import('vite').Plugin}
 */
export function cloudOutputs(outputs) {
  return {
    name: 'cloud-outputs',
    config: () => ({
      define: { 'import.meta.env.VITE_HAS_CLOUD': JSON.stringify(String(outputs !== null)) },
    }),
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(outputs)};` : null),
  };
}
