import { randomBytes } from 'node:crypto';
import type { Place } from '../../src/lib/core/cloud/calls';
import { queueName } from '../../src/lib/core/cloud/names';
import { hear } from './hear';
import { signedIn, type Person } from './person';
import type { SmokeRun } from './smoke-run';

/** Someone who is signed in, with a queue. */
export interface Member {
  readonly person: Person;
  readonly place: Place;
}

/** Long, and with every kind of character that a password policy may ask for. */
function freshPassword(): string {
  return `${randomBytes(18).toString('base64url')}aA1!`;
}

/** The address of AWS's mailbox simulator takes mail for nobody and answers well. */
function addressOf({ options, mark }: SmokeRun, role: string): string {
  return options.email ?? `success+${role}-${mark}@simulator.amazonses.com`;
}

async function newPerson(run: SmokeRun, role: string): Promise<Person | null> {
  const { report, registrar, leftovers, deployment } = run;
  const email = addressOf(run, role);
  const password = freshPassword();
  const account = `the account ${email}`;
  const made = await report.check(`${role}: an account is made`, async () => {
    leftovers.add(account, () => registrar.remove(email));
    return { value: email, detail: await registrar.register(email, password) };
  });
  if (made === null) return null;
  const person = await signIn(run, role, () => signedIn(deployment, email, password));
  if (!person) return null;
  leftovers.gone(account);
  leftovers.add(`everything of ${email}`, async () => {
    await person.principal.call('delete-account', {}, AbortSignal.timeout(60_000));
  });
  return person;
}

function signIn(run: SmokeRun, role: string, how: () => Promise<Person>): Promise<Person | null> {
  return run.report.check(`${role}: signs in, by SRP`, async () => {
    const person = await how();
    return { value: person, detail: person.sub };
  });
}

/** Signs somebody in and gives them a queue. */
export async function newMember(run: SmokeRun, role: string): Promise<Member | null> {
  const { options, report, deployment, password, stop } = run;
  const { user } = options;
  const person =
    user === null
      ? await newPerson(run, role)
      : await signIn(run, role, () => signedIn(deployment, user, password));
  if (!person) return null;
  const place = await report.check(`${role}: a queue appears`, async () => {
    const value = await person.principal.call('ensure-queue', {}, stop);
    const name = queueName(deployment.cloud.prefix, person.sub);
    if (value.queueName !== name) throw new Error(`It is ${value.queueName}, not ${name}.`);
    return { value, detail: value.queueName };
  });
  return place && { person, place };
}

/** What a member does all day. */
export async function memberChecks(run: SmokeRun, { person, place }: Member): Promise<void> {
  const { report, options, stop } = run;
  const { principal } = person;
  await report.check('the queue is made once, however often it is asked for', async () => {
    const again = await principal.call('ensure-queue', {}, stop);
    if (again.queueUrl !== place.queueUrl) throw new Error(`Now it is ${again.queueUrl}.`);
    return { value: null, detail: 'the same' };
  });
  await report.check('an event that is sent is heard', async () => {
    const { eventId } = await principal.call('test-event', {}, stop);
    await hear(principal, place.queueUrl, eventId, options.timeoutSeconds, stop);
    return { value: null, detail: `event ${eventId}` };
  });
  await report.check('the checks of the connection say what is', async () => {
    const { checks } = await principal.call('check-connection', {}, stop);
    const wrong = checks.find(({ id, state }) => id === 'queue' && state !== 'ok');
    if (wrong) throw new Error(wrong.message);
    return { value: null, detail: checks.map(({ id, state }) => `${id} ${state}`).join(', ') };
  });
}
