import type { CallName } from '../../../src/lib/core/cloud/calls';

/** Functions that services call, beside those that pages call. */
export type ServiceFunction = 'post-confirmation' | 'pre-sign-up' | 'sweep';

export type FunctionName = CallName | ServiceFunction;

/** Where each function's code is, in `amplify/`. */
const FOLDERS: Readonly<Record<FunctionName, string>> = {
  'post-confirmation': 'queue',
  'ensure-queue': 'queue',
  connections: 'queue',
  'check-connection': 'queue',
  'test-event': 'queue',
  'delete-account': 'queue',
  'pre-sign-up': 'auth',
  invite: 'auth',
  'create-share': 'share',
  'list-shares': 'share',
  'revoke-share': 'share',
  'join-share': 'share',
  sweep: 'share',
};

export const FUNCTION_NAMES = Object.keys(FOLDERS) as FunctionName[];

const AMPLIFY = new URL('../../../amplify/', import.meta.url);

/** The file in which a function's `run` is. */
export const moduleOf = (name: FunctionName): string =>
  new URL(`${FOLDERS[name]}/${name}/${name}.ts`, AMPLIFY).href;
