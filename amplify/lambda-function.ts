import { join } from 'node:path';
import { defineFunction } from '@aws-amplify/backend';

interface FunctionSettings {
  /** The nested stack it is in; the triggers of the user pool must be in `auth`, or the stacks form a cycle. */
  readonly resourceGroupName: 'auth' | 'queue' | 'share';
  readonly timeoutSeconds: number;
  /** Natural language or cron, as Amplify reads them. */
  readonly schedule?: `every ${number}m`;
}

/**
 * A function as all of ours are: its handler beside its `resource.ts`, logs in JSON kept for a month.
 * @param folder the absolute path of the function's folder
 */
export function lambdaFunction(folder: string, name: string, settings: FunctionSettings) {
  return defineFunction({
    ...settings,
    name,
    entry: join(folder, 'handler.ts'),
    runtime: 24,
    architecture: 'arm64',
    memoryMB: 512,
    logging: { format: 'json', level: 'info', retention: '1 month' },
  });
}
