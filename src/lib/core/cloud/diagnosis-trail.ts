import type { ConnectionCheck } from './calls';
import type { DiagnosisPrint } from './diagnosis-print';

/**
 * Whether API calls become events at all. Without a trail that logs, EventBridge has none of CloudTrail's; what services
 * send by themselves (state changes, alarms, objects in S3) comes all the same.
 */
export function trailVerdict({ trails, trailsError, region }: DiagnosisPrint): ConnectionCheck {
  if (trailsError !== null)
    return trail(
      'unknown',
      `The trails could not be read: ${trailsError}`,
      'Sign in as somebody who may describe trails, and run the command again.',
    );
  const here = trails.filter(({ home, everywhere }) => everywhere || home === region);
  if (here.some(({ logging }) => logging === true))
    return trail('ok', `A trail logs the API calls of ${region}.`, '');
  if (here.some(({ logging }) => logging === null))
    return trail(
      'unknown',
      'Whether a trail logs could not be read.',
      'Sign in as somebody who may ask for a trail’s status, and run the command again.',
    );
  const make =
    'Make a trail in the console of CloudTrail, for all Regions; its first copy of management events is free, the bucket costs cents. Without one you hear what services send by themselves, but no API calls.';
  if (here.length > 0)
    return trail(
      'wrong',
      'There is a trail, but it does not log: API calls are not heard.',
      `aws cloudtrail start-logging --name ${here[0]?.arn ?? ''}`,
    );
  return trail('wrong', `There is no trail in ${region}: API calls are not heard.`, make);
}

function trail(state: ConnectionCheck['state'], message: string, resolution: string) {
  return { id: 'trail', state, message, resolution } as const;
}
