/** The stack in the account that is listened to; by this name it is looked for, and taken away. */
export const CONNECTOR_STACK = 'musical-event-connector';

/** What a connector is to be made with. */
export interface ConnectorChoice {
  /** Where to listen. */
  readonly region: string;
  readonly names: 'keep' | 'mask';
  readonly readCalls: boolean;
}

/** Where a connector's events go. */
export interface ConnectorHome {
  readonly feedArn: string;
  /** The feed's Region. */
  readonly region: string;
  /** The address of the site's connector.yaml. */
  readonly templateUrl: string;
}

/** What has no place in a command that somebody pastes into a shell, or in a link. */
export class UnfitForCommandError extends Error {
  override readonly name = 'UnfitForCommandError';
  readonly resolution = 'Reload the page, and choose the Region from the list.';

  constructor(what: string) {
    super(`${what} cannot stand in a command`);
  }
}

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/;
const TOPIC = /^arn:aws[a-z-]*:sns:[a-z\d-]+:\d{12}:[\w-]+$/;
const ADDRESS = /^https?:\/\/[\w.:/~-]+$/;

function fit(text: string, pattern: RegExp, what: string): string {
  if (!pattern.test(text)) throw new UnfitForCommandError(what);
  return text;
}

function parameters({ names, readCalls }: ConnectorChoice, { feedArn, region }: ConnectorHome) {
  return {
    Feed: fit(feedArn, TOPIC, 'This feed'),
    HomeRegion: fit(region, REGION, 'This Region'),
    Names: names,
    ReadCalls: readCalls ? 'yes' : 'no',
  };
}

/**
 * The command for CloudShell that makes or updates a connector.
 *
 * @throws UnfitForCommandError when a part is none that may stand in a shell unquoted.
 */
export function connectorCommand(choice: ConnectorChoice, home: ConnectorHome): string {
  const url = fit(home.templateUrl, ADDRESS, 'This address');
  const overrides = Object.entries(parameters(choice, home)).map(
    ([name, value]) => `  ${name}=${value}`,
  );
  return [
    `curl -fsS -o connector.yaml ${url}`,
    `aws cloudformation deploy --stack-name ${CONNECTOR_STACK} \\`,
    `  --region ${fit(choice.region, REGION, 'This Region')} \\`,
    '  --template-file connector.yaml --capabilities CAPABILITY_NAMED_IAM \\',
    '  --parameter-overrides \\',
    overrides.join(' \\\n'),
  ].join('\n');
}

/** The command that takes a connector away, with all that it made. */
export function removalCommand(region: string): string {
  return [
    `aws cloudformation delete-stack --stack-name ${CONNECTOR_STACK} \\`,
    `  --region ${fit(region, REGION, 'This Region')}`,
  ].join('\n');
}

function consoleOf(region: string): string {
  return `https://${fit(region, REGION, 'This Region')}.console.aws.amazon.com`;
}

/** CloudShell in a Region's console. */
export function cloudShellLink(region: string): string {
  return `${consoleOf(region)}/cloudshell/home?region=${region}`;
}

/**
 * The console's form for a connector. CloudFormation takes a template's address only where it lies in S3 (user guide,
 * "Quick-create links"): then the form is filled in; else it asks for the file.
 */
export function consoleFormLink(choice: ConnectorChoice, home: ConnectorHome): string {
  const form = `${consoleOf(choice.region)}/cloudformation/home?region=${choice.region}#/stacks/create`;
  if (!isInS3(home.templateUrl)) return form;
  const query = new URLSearchParams({ templateURL: home.templateUrl, stackName: CONNECTOR_STACK });
  for (const [name, value] of Object.entries(parameters(choice, home)))
    query.set(`param_${name}`, value);
  return `${form}/review?${query.toString()}`;
}

function isInS3(url: string): boolean {
  return /^https:\/\/(?:[\w.-]+\.)?s3[.-][\w.-]*amazonaws\.com(?:\.cn)?\//.test(url);
}
