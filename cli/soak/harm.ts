import { Chance } from './chance';
import type { Fault } from './fault';

/** What marks the second receipt of a message that is delivered twice. */
const AGAIN = '~again';
/** How many answers late duplicates are taken from: the last 2,000 messages or so. */
const REMEMBERED = 200;
const BATCH = 10;

interface Message {
  readonly ReceiptHandle: string;
}
interface Received {
  readonly Messages?: readonly Message[];
}
interface Entry {
  readonly Id: string;
}
interface Batch {
  readonly Entries: readonly Entry[];
}
interface Outcome {
  readonly Failed?: readonly object[];
}

function again(message: Message): Message {
  return { ...message, ReceiptHandle: message.ReceiptHandle + AGAIN };
}

function isSpared(entry: Entry, index: number): boolean {
  return index === 0 || Number(entry.Id) % 3 === 0;
}

/** Changes what is asked and what is answered, so that a queue does what queues may do and an emulator never does. */
export class Harm {
  readonly #chance: Chance;
  readonly #answers: string[] = [];

  constructor(seed: number) {
    this.#chance = new Chance(seed);
  }

  /**
   * What the queue is asked instead; null where nothing is left to ask. Both receipts of a message that came twice
   * stand for the queue's own.
   */
  asked(fault: Fault | null, body: string): string | null {
    const plain = body.replaceAll(AGAIN, '');
    if (fault === 'undeleted') {
      const batch = JSON.parse(plain) as Batch;
      const Entries = batch.Entries.filter((entry, index) => !isSpared(entry, index));
      return Entries.length > 0 ? JSON.stringify({ ...batch, Entries }) : null;
    }
    if (fault !== 'duplicate' && fault !== 'late-duplicate') return plain;
    return JSON.stringify({ ...JSON.parse(plain), MaxNumberOfMessages: BATCH - 1 });
  }

  /** What the listener is answered instead of what the queue answered to a request. */
  answered(fault: Fault | null, body: string, answer: string): string {
    if (fault === 'undeleted') return this.#undeleted(body, answer);
    if (fault !== 'duplicate' && fault !== 'late-duplicate' && fault !== 'reorder') return answer;
    const { Messages: messages = [] } = JSON.parse(answer) as Received;
    const changed = this.#changed(fault, messages);
    return JSON.stringify({ ...(changed.length > 0 && { Messages: changed }) });
  }

  /** Keeps the answer to a receive: a later one may bring a message of it again. */
  remember(answer: string): void {
    if (this.#answers.length === REMEMBERED) this.#answers.shift();
    this.#answers.push(answer);
  }

  #changed(
    fault: 'duplicate' | 'late-duplicate' | 'reorder',
    messages: readonly Message[],
  ): readonly Message[] {
    if (fault === 'reorder') return this.#chance.shuffled(messages);
    const from = fault === 'duplicate' ? messages : this.#earlier();
    const twice = from[this.#chance.below(from.length)];
    return twice ? this.#chance.shuffled([...messages, again(twice)]) : messages;
  }

  #earlier(): readonly Message[] {
    const answer = this.#answers[this.#chance.below(this.#answers.length)];
    return answer === undefined ? [] : ((JSON.parse(answer) as Received).Messages ?? []);
  }

  #undeleted(body: string, answer: string): string {
    const spared = (JSON.parse(body) as Batch).Entries.filter(isSpared);
    const Failed = spared.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false }));
    return JSON.stringify({ ...(JSON.parse(answer) as Outcome), Failed });
  }
}
