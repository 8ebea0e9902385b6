import { synthesise } from '../amplify/synth';
import { configureAmplify, forget } from '../cli/cloud/fixtures/amplify-member';
import { joinedPerson, signedIn } from '../cli/cloud/fixtures/person';
import { deploymentOfTemplates } from '../cli/cloud/deployment-of-templates';
import { startLocalCloud } from '../cli/cloud/local-cloud';
import { putFromConnector } from '../cli/cloud/put-event';
import { quantile } from './figure';

/**
 * Seconds from the sign-in to the first event heard, at the local cloud and without a page: SRP, an identity, its
 * credentials, and one receive of an event that waits on the queue.
 *
 *     node cli/prepare.mjs bench/first-event.ts
 */
const RUNS = 25;
const EMAIL = 'listener@example.com';
const CONNECTED = '111122223333';

const templates = await synthesise(undefined, { deployment: 'hosted' });
const cloud = await startLocalCloud(deploymentOfTemplates(templates), 0);
configureAmplify(cloud.outputs);

const first = await joinedPerson(cloud, EMAIL);
const place = await first.hands.call('ensure-queue', {}, first.idToken);
if (!place.ok) throw new Error(place.error.message);
const { feedArn, queueUrl } = place.value;
const connection = { action: 'add', account: CONNECTED } as const;
await first.hands.call('connections', connection, first.idToken);

const seconds: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  await forget();
  const body = JSON.stringify({ id: `event-${run}` });
  await putFromConnector(cloud.services, feedArn, body, CONNECTED);
  const from = performance.now();
  const { hands } = await signedIn(cloud, EMAIL);
  const [heard] = await hands.take(queueUrl);
  if (heard !== body) throw new Error(`heard ${heard}`);
  seconds.push((performance.now() - from) / 1_000);
}
await cloud.close();

const at = (share: number) => quantile(seconds, share).toFixed(3);
console.log(`sign-in to first event heard, ${RUNS} runs: p50 ${at(0.5)} s, p95 ${at(0.95)} s`);
process.exit(0);
