import { ServiceRefusal } from '../service-refusal';
import type { Triggers } from '../user-pool/pool';
import type { FunctionRunner } from './function-runner';
import type { ServiceFunction } from './function-list';

export interface TriggerFacts {
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
}

/** The triggers of the user pool, run as Cognito runs them ("Lambda triggers" in its developer guide). */
export function triggersOf(
  runner: FunctionRunner,
  { region, userPoolId, clientId }: TriggerFacts,
): Triggers {
  async function run(
    name: ServiceFunction,
    label: string,
    triggerSource: string,
    userName: string,
    userAttributes: Record<string, string>,
  ): Promise<void> {
    const callerContext = { awsSdkVersion: 'local', clientId };
    const request = { userAttributes };
    const response = {};
    const event = {
      version: '1',
      region,
      userPoolId,
      userName,
      callerContext,
      triggerSource,
      request,
      response,
    };
    try {
      await runner.run(name, event);
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : String(thrown);
      const message = `${label} failed with error ${why}.`;
      throw new ServiceRefusal('UserLambdaValidationException', message);
    }
  }
  return {
    preSignUp: (...told) => run('pre-sign-up', 'PreSignUp', ...told),
    postConfirmation: (...told) => run('post-confirmation', 'PostConfirmation', ...told),
  };
}
