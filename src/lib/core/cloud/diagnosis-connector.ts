import type { ConnectionCheck } from './calls';
import { CONNECTOR_STACK } from './connector-command';
import type { DiagnosisPrint, PrintedStack } from './diagnosis-print';

/** What the page knows of what should be. */
export interface Expected {
  readonly feedArn: string;
  /** The feed's Region. */
  readonly region: string;
  /** The accounts that may publish to the feed. */
  readonly accounts: readonly string[];
}

const COMPLETE = [
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'IMPORT_COMPLETE',
];
/** In these the stack was taken back, or could not be taken away. */
const BROKEN = /^(?:ROLLBACK|CREATE_FAILED|DELETE_FAILED|UPDATE_ROLLBACK_FAILED|UPDATE_FAILED)/;

const RUN_IT = 'Run the command of step 2 in CloudShell.';

function wrong(message: string, resolution: string): ConnectionCheck {
  return { id: 'connector', state: 'wrong', message, resolution };
}

/** CloudFormation says "Stack with id … does not exist"; a Region that is switched off refuses the token. */
function isAbsent({ error }: PrintedStack): boolean {
  return error !== null && /does not exist/i.test(error);
}

function standing({ stacks }: DiagnosisPrint): readonly PrintedStack[] {
  return stacks.filter(({ status }) => status !== null && status !== 'DELETE_COMPLETE');
}

/** What is wrong with the connector so that nothing after it is worth a look; null when it stands. */
export function connectorProblem(
  print: DiagnosisPrint,
  expected: Expected,
): ConnectionCheck | null {
  const stacks = standing(print);
  if (stacks.length === 0) return absence(print);
  const problems = stacks.map((stack) => stateProblem(stack));
  const [first] = problems;
  if (first && problems.every((problem) => problem !== null)) return first;
  return feedProblem(stacks, expected) ?? homeProblem(stacks, expected);
}

function absence({ stacks, region }: DiagnosisPrint): ConnectionCheck {
  const refused = stacks.find((stack) => stack.error !== null && !isAbsent(stack));
  if (refused)
    return {
      id: 'connector',
      state: 'unknown',
      message: `The connector could not be looked for: ${refused.error ?? ''}`,
      resolution: 'Sign in as somebody who may describe stacks, and run the command again.',
    };
  const looked = [...new Set([region, ...stacks.map((stack) => stack.region)])].filter(Boolean);
  return wrong(
    `There is no connector in ${looked.join(' or ')}.`,
    `${RUN_IT} If you made it in another Region, open CloudShell there and look again.`,
  );
}

function stateProblem({ status, reason, region }: PrintedStack): ConnectionCheck | null {
  if (status === null || COMPLETE.includes(status)) return null;
  if (BROKEN.test(status))
    return wrong(
      `The connector in ${region} could not be made (${status})${reason ? `: ${reason}` : '.'}`,
      `Take it away with “aws cloudformation delete-stack --stack-name ${CONNECTOR_STACK} --region ${region}”, then run the command of step 2 again.`,
    );
  return {
    id: 'connector',
    state: 'unknown',
    message: `The connector in ${region} is being changed (${status}).`,
    resolution: 'Wait a minute, and run the command again.',
  };
}

function feedProblem(
  stacks: readonly PrintedStack[],
  { feedArn }: Expected,
): ConnectionCheck | null {
  const other = stacks.find(({ parameters }) => (parameters.get('Feed') ?? feedArn) !== feedArn);
  if (!other) return null;
  return wrong(
    `The connector in ${other.region} sends to another feed: ${other.parameters.get('Feed') ?? ''}`,
    `${RUN_IT} It changes the connector that is there.`,
  );
}

/** A connector elsewhere forwards to the feed's Region, and another one there takes it on. */
function homeProblem(
  stacks: readonly PrintedStack[],
  { region }: Expected,
): ConnectionCheck | null {
  if (stacks.some((stack) => stack.region === region)) return null;
  const where = stacks.map((stack) => stack.region).join(' and ');
  return wrong(
    `The connector is in ${where}, and your feed in ${region}: nothing takes the events on there.`,
    `Run the command of step 2 once more, with ${region} as its Region.`,
  );
}

/** The connector that stands, in words. */
export function connectorVerdict(print: DiagnosisPrint, { region }: Expected): ConnectionCheck {
  const others = standing(print)
    .map((stack) => stack.region)
    .filter((each) => each !== region);
  const also = others.length > 0 ? `, and forwards from ${others.join(' and ')}` : '';
  return {
    id: 'connector',
    state: 'ok',
    message: `The connector stands in ${region}${also}.`,
    resolution: '',
  };
}
