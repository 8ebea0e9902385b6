import { randomBytes } from 'node:crypto';
import { answerGuest, answerMember } from '../../../amplify/functions/answer-call';
import type {
  Caller,
  Facts,
  FunctionContext,
  GuestRun,
  LogEntry,
  MemberRun,
} from '../../../amplify/functions/context';
import type { CallName } from '../../../src/lib/core/cloud/calls';
import type { Keyring } from '../gate/keyring';
import { ServiceRefusal } from '../service-refusal';
import { destroyClients, functionClients } from './function-clients';
import { FUNCTION_NAMES, moduleOf, type FunctionName } from './function-list';

/** One function of the deployment, as its template has it. */
export interface DeployedFunction {
  readonly name: FunctionName;
  /** Its name in AWS. */
  readonly functionName: string;
  readonly roleArn: string;
  /** What its environment tells it. */
  readonly facts: Facts;
}

export interface RunnerParts {
  readonly functions: readonly DeployedFunction[];
  readonly keyring: Keyring;
  readonly verify: (idToken: string) => Promise<Caller>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly region: string;
}

type ServiceRun = (context: FunctionContext, event: unknown) => Promise<unknown>;
type Loaded = { readonly run: MemberRun<CallName> & GuestRun<CallName> & ServiceRun };

const SERVICE_FUNCTIONS: readonly FunctionName[] = ['post-confirmation', 'pre-sign-up', 'sweep'];

/** Runs the deployment's functions in this process: their own code, each with its own role's credentials. */
export class FunctionRunner {
  readonly #parts: RunnerParts;
  readonly #endpoint: () => string;
  readonly #contexts = new Map<FunctionName, FunctionContext>();
  /** What the functions logged, oldest first. */
  readonly logs: (LogEntry & { readonly function: FunctionName })[] = [];

  /** @param endpoint where the services are reached, once they are. */
  constructor(parts: RunnerParts, endpoint: () => string) {
    this.#parts = parts;
    this.#endpoint = endpoint;
  }

  /** The function of a name in AWS. @throws ServiceRefusal ResourceNotFoundException where there is none. */
  named(functionName: string): FunctionName {
    const found = this.#parts.functions.find((each) => each.functionName === functionName);
    if (found) return found.name;
    const message = `Function not found: ${functionName}`;
    throw new ServiceRefusal('ResourceNotFoundException', message, 404);
  }

  /** Runs a function with an event, as Lambda does; rejects where the function throws. */
  async run(name: FunctionName, event: unknown): Promise<unknown> {
    const { run } = (await import(moduleOf(name))) as Loaded;
    const context = this.#context(name);
    if (SERVICE_FUNCTIONS.includes(name)) return run(context, event);
    const call = name as CallName;
    if (call === 'join-share') return answerGuest<CallName>(call, run, context, event);
    return answerMember<CallName>(call, run, context, event);
  }

  close(): void {
    for (const { clients } of this.#contexts.values()) destroyClients(clients);
  }

  #context(name: FunctionName): FunctionContext {
    const known = this.#contexts.get(name);
    if (known) return known;
    const { functions, keyring, verify, now, region } = this.#parts;
    const own = functions.find((each) => each.name === name);
    if (!own) throw new Error(`The templates have no function ${name}; known: ${FUNCTION_NAMES}`);
    const { functionName, roleArn, facts } = own;
    const context = {
      clients: functionClients(keyring, functionName, roleArn, this.#endpoint(), region),
      facts,
      now,
      random: (byteCount: number) => randomBytes(byteCount),
      log: (entry: LogEntry) => void this.logs.push({ ...entry, function: name }),
      verify,
    };
    this.#contexts.set(name, context);
    return context;
  }
}
