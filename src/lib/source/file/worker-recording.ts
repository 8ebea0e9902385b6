import type { ComposerState } from '$lib/core/compose/composer-state';
import type { Pace, Plan, RecordedEvent, Recording, RecordingFacts } from '../recording';
import type { WorkerCall } from './worker-call';

/** A recording that a worker has read and holds. */
export class WorkerRecording implements Recording {
  readonly facts: RecordingFacts;
  readonly #call: WorkerCall;

  constructor(facts: RecordingFacts, call: WorkerCall) {
    this.facts = facts;
    this.#call = call;
  }

  plan(pace: Pace): Promise<Plan> {
    return this.#call.ask({ ask: 'plan', pace: { ...pace } });
  }

  read(from: number, to: number): Promise<readonly RecordedEvent[]> {
    return this.#call.ask({ ask: 'read', from, to });
  }

  stateAt(slot: number): Promise<ComposerState> {
    return this.#call.ask({ ask: 'state-at', slot });
  }

  close(): void {
    this.#call.end(new DOMException('The recording was closed.', 'AbortError'));
  }
}
