import { describe, expect, it } from 'vitest';
import { runWithAws, type Answers } from './fixtures/fake-aws';

const STACK = 'arn:aws:cloudformation:eu-west-1:123456789012:stack/amplify-d1example-x-branch-1/a';
const NESTED = 'arn:aws:cloudformation:eu-west-1:123456789012:stack/amplify-d1example-auth/b';
const ON_BRANCH = '--app-id d1example --branch-name feature/x';

describe('hosting a branch', () => {
  const job: Answers = { 'amplify start-job': [{ text: '7' }] };

  it('waits until the job is done', () => {
    const statuses = ['PENDING', 'RUNNING', 'SUCCEED'].map((text) => ({ text }));
    const ran = runWithAws('host-branch.sh', { ...job, 'amplify get-job': statuses }, 'feature/x');
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.commands).toEqual([
      `amplify start-job ${ON_BRANCH} --job-type RELEASE`,
      ...Array<string>(3).fill(`amplify get-job ${ON_BRANCH} --job-id 7`),
    ]);
  });

  it.each(['FAILED', 'CANCELLED'])('fails when the job ends as %s', (text) => {
    const ran = runWithAws('host-branch.sh', { ...job, 'amplify get-job': [{ text }] }, 'x');
    expect(ran.code).toBe(1);
    expect(ran.output).toContain(`ended as ${text}`);
  });
});

describe('making a branch known', () => {
  it('makes it once', () => {
    const known = runWithAws('ensure-branch.sh', { 'amplify get-branch': [{ text: '{}' }] }, 'x');
    expect(known).toMatchObject({ code: 0, output: 'x is known.\n' });
    const missing = { 'amplify get-branch': [{ code: 254 }], 'amplify create-branch': [{}] };
    const made = runWithAws('ensure-branch.sh', missing, 'feature/x');
    expect(made.code).toBe(0);
    expect(made.commands.at(-1)).toBe(
      `amplify create-branch ${ON_BRANCH} --stage DEVELOPMENT --no-enable-auto-build --environment-variables BACKEND=actions`,
    );
  });

  it('fails when it cannot be made', () => {
    const answers = {
      'amplify get-branch': [{ code: 254 }],
      'amplify create-branch': [{ code: 255 }],
    };
    expect(runWithAws('ensure-branch.sh', answers, 'x').code).toBe(255);
  });
});

describe('taking a branch down', () => {
  const all: Answers = {
    'amplify get-branch': [{ text: STACK }],
    'amplify delete-branch': [{}],
    'cloudformation delete-stack': [{}],
    'cloudformation wait': [{}],
  };

  it('deletes the backend, then the site', () => {
    const ran = runWithAws('remove-branch.sh', all, 'feature/x');
    expect(ran.code).toBe(0);
    expect(ran.commands).toEqual([
      `amplify get-branch ${ON_BRANCH}`,
      `cloudformation delete-stack --stack-name ${STACK}`,
      `cloudformation wait stack-delete-complete --stack-name ${STACK}`,
      `amplify delete-branch ${ON_BRANCH}`,
    ]);
  });

  it('keeps the branch when its backend stays, so that it can be tried again', () => {
    const stuck = { ...all, 'cloudformation wait': [{ code: 255 }] };
    const ran = runWithAws('remove-branch.sh', stuck, 'feature/x');
    expect(ran.code).toBe(255);
    expect(ran.commands.join()).not.toContain('delete-branch');
  });

  it('deletes the site alone where there is no backend, and nothing where there is neither', () => {
    const bare = runWithAws(
      'remove-branch.sh',
      { ...all, 'amplify get-branch': [{ text: 'None' }] },
      'x',
    );
    expect(bare.commands.map((line) => line.split(' ')[1])).toEqual([
      'get-branch',
      'delete-branch',
    ]);
    const none = runWithAws('remove-branch.sh', { 'amplify get-branch': [{ code: 254 }] }, 'x');
    expect(none).toMatchObject({ code: 0 });
    expect(none.commands).toHaveLength(1);
  });

  it('never touches main', () => {
    expect(runWithAws('remove-branch.sh', all, 'main')).toMatchObject({ code: 1, commands: [] });
  });
});

describe('looking for drift', () => {
  const answers = (second: string): Answers => ({
    'amplify get-branch': [{ text: STACK }],
    'cloudformation describe-stack-resources': [{ text: NESTED }],
    'cloudformation detect-stack-drift': [{ text: 'detection' }],
    'cloudformation describe-stack-drift-detection-status': [
      { text: 'DETECTION_IN_PROGRESS\tNone' },
      { text: 'DETECTION_COMPLETE\tIN_SYNC' },
      { text: second },
    ],
    'cloudformation describe-stack-resource-drifts': [{ text: 'Queue\tAWS::SQS::Queue\tMODIFIED' }],
  });

  it('looks at every stack, and passes when all are as written', () => {
    const ran = runWithAws('detect-drift.sh', answers('DETECTION_COMPLETE\tIN_SYNC'), 'main');
    expect(ran.code).toBe(0);
    expect(ran.output).toContain('amplify-d1example-x-branch-1: as written.');
    expect(ran.output).toContain('amplify-d1example-auth: as written.');
  });

  it('names what has drifted', () => {
    const ran = runWithAws('detect-drift.sh', answers('DETECTION_COMPLETE\tDRIFTED'), 'main');
    expect(ran.code).toBe(1);
    expect(ran.output).toMatch(
      /amplify-d1example-auth has drifted:\nQueue\tAWS::SQS::Queue\tMODIFIED/,
    );
  });

  it('does not take what it could not tell for a good sign', () => {
    const ran = runWithAws('detect-drift.sh', answers('DETECTION_FAILED\tUNKNOWN'), 'main');
    expect(ran.code).toBe(1);
    expect(ran.output).toContain('could not be told');
  });
});
