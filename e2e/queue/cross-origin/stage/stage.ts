import { Recorder } from '$lib/source/sqs/fixtures/recorder';
import type { QueueAddress } from '$lib/source/sqs/queue-client';
import { SqsSource } from '$lib/source/sqs/sqs-source';

const recorder = new Recorder();

/** The source of a queue in a page of its own, as a browser test drives it. */
const queueStage = {
  recorder,
  /** Begins to listen; never ends. */
  listen(address: QueueAddress): void {
    void new SqsSource(address, { waitTimeSeconds: 1 }).run(recorder, new AbortController().signal);
  },
};

declare global {
  var queueStage: QueueStage;
}
export type QueueStage = typeof queueStage;

globalThis.queueStage = queueStage;
