import { describe, expect, it, vi } from 'vitest';
import mappingJson from '$mappings/default.json';
import type { ReadingProgress } from '../recording';
import { EmptyFileError, OutrunError } from './errors';
import { dropped, log, records, SEED } from './fixtures/log-files';
import type { Request } from './recording-messages';
import { RecordingService } from './recording-service';
import { WorkerCall } from './worker-call';
import { WorkerRecording } from './worker-recording';

/** A worker of the same thread; messages are cloned as they are between threads, files apart. */
class NearWorker extends EventTarget {
  readonly terminate = vi.fn();
  readonly #service = new RecordingService(
    (response) => this.#deliver(response),
    () => performance.now(),
  );

  postMessage(request: Request): void {
    const heard = request.ask === 'add' ? request : structuredClone(request);
    queueMicrotask(() => void this.#service.answer(heard));
  }

  #deliver(response: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: structuredClone(response) }));
  }
}

function call(onProgress: (progress: ReadingProgress) => void = () => undefined) {
  const worker = new NearWorker();
  return { worker, call: new WorkerCall(worker as unknown as Worker, onProgress) };
}

async function open(talk: WorkerCall, content: string) {
  await talk.ask({ ask: 'add', files: [dropped('a.json', content)] });
  return talk.ask({ ask: 'open', mapping: mappingJson, seed: SEED });
}

describe('the talk with the worker', () => {
  it('gives a recording that answers as the one behind it', async () => {
    const told: ReadingProgress[] = [];
    const { call: talk } = call((progress) => told.push(progress));
    const facts = await open(talk, log(records(60)));
    const recording = new WorkerRecording(facts, talk);
    expect(recording.facts).toMatchObject({ events: 60, title: 'a.json' });
    const { slots } = await recording.plan({ speed: 10, skipSilences: true });
    const [events, state] = await Promise.all([recording.read(0, slots), recording.stateAt(20)]);
    expect(events).toHaveLength(60);
    expect(state.index).toBe(20);
    expect(told.at(-1)).toMatchObject({ events: 60, filesRead: 1, remainingSeconds: 0 });
  });

  it('throws what the worker threw, of its own class', async () => {
    const { call: talk } = call();
    const error: unknown = await open(talk, '').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EmptyFileError);
    expect(error).toMatchObject({ message: '“a.json” is empty.' });
    expect((error as EmptyFileError).resolution).not.toBe('');
  });

  it('tells when an answer was outrun', async () => {
    const { call: talk } = call();
    const recording = new WorkerRecording(await open(talk, log(records(300))), talk);
    await recording.plan({ speed: 1, skipSilences: false });
    const outrun = expect(recording.stateAt(1_500)).rejects.toBeInstanceOf(OutrunError);
    await recording.stateAt(1);
    await outrun;
  });

  it('ends at once, with what it was ended by', async () => {
    const { call: talk, worker } = call();
    const asked = open(talk, log(records(60)));
    const reason = new DOMException('Cancelled.', 'AbortError');
    talk.end(reason);
    await expect(asked).rejects.toBe(reason);
    await expect(talk.ask({ ask: 'read', from: 0, to: 1 })).rejects.toBe(reason);
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('says so when the worker could not be loaded', async () => {
    const { call: talk, worker } = call();
    const asked = open(talk, '{}');
    worker.dispatchEvent(new Event('error'));
    await expect(asked).rejects.toMatchObject({
      message: expect.stringContaining('could not be loaded'),
      resolution: expect.stringContaining('Reload'),
    });
  });
});
