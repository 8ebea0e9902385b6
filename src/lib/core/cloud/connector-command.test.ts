import { describe, expect, it } from 'vitest';
import {
  cloudShellLink,
  connectorCommand,
  consoleFormLink,
  removalCommand,
  UnfitForCommandError,
} from './connector-command';

const HOME = {
  feedArn: 'arn:aws:sns:eu-central-1:111122223333:ame-00112233-feed-0a1b',
  region: 'eu-central-1',
  templateUrl: 'https://example.com/connector.yaml',
};
const CHOICE = { region: 'us-east-1', names: 'mask', readCalls: true } as const;

describe('the command that makes a connector', () => {
  it('fetches the template and deploys it with what was chosen', () => {
    expect(connectorCommand(CHOICE, HOME)).toBe(
      [
        'curl -fsS -o connector.yaml https://example.com/connector.yaml',
        'aws cloudformation deploy --stack-name musical-event-connector \\',
        '  --region us-east-1 \\',
        '  --template-file connector.yaml --capabilities CAPABILITY_NAMED_IAM \\',
        '  --parameter-overrides \\',
        '  Feed=arn:aws:sns:eu-central-1:111122223333:ame-00112233-feed-0a1b \\',
        '  HomeRegion=eu-central-1 \\',
        '  Names=mask \\',
        '  ReadCalls=yes',
      ].join('\n'),
    );
  });

  it.each([
    [{ ...CHOICE, region: 'us-east-1; rm -rf ~' }, HOME],
    [CHOICE, { ...HOME, feedArn: `${HOME.feedArn}$(id)` }],
    [CHOICE, { ...HOME, region: '' }],
    [CHOICE, { ...HOME, templateUrl: 'https://example.com/`id`' }],
  ])('holds nothing that a shell would take for more than text', (choice, home) => {
    expect(() => connectorCommand(choice, home)).toThrow(UnfitForCommandError);
  });

  it('has one that takes all of it away again', () => {
    expect(removalCommand('eu-west-2')).toContain(
      'delete-stack --stack-name musical-event-connector',
    );
    expect(() => removalCommand('eu-west-2 && id')).toThrow(UnfitForCommandError);
  });
});

describe('the console’s form', () => {
  it('is filled in where the template lies in S3', () => {
    const templateUrl = 'https://bucket-1.s3.eu-central-1.amazonaws.com/connector.yaml';
    const link = new URL(consoleFormLink(CHOICE, { ...HOME, templateUrl }));
    const [path, query] = link.hash.split('?');
    expect(link.host).toBe('us-east-1.console.aws.amazon.com');
    expect(path).toBe('#/stacks/create/review');
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      templateURL: templateUrl,
      stackName: 'musical-event-connector',
      param_Feed: HOME.feedArn,
      param_HomeRegion: 'eu-central-1',
      param_Names: 'mask',
      param_ReadCalls: 'yes',
    });
  });

  it('asks for the file where it does not: the console takes no other address', () => {
    const link = consoleFormLink(CHOICE, HOME);
    expect(link).toMatch(/cloudformation\/home\?region=us-east-1#\/stacks\/create$/);
  });

  it('has CloudShell beside it', () => {
    expect(cloudShellLink('ap-southeast-2')).toBe(
      'https://ap-southeast-2.console.aws.amazon.com/cloudshell/home?region=ap-southeast-2',
    );
  });
});
