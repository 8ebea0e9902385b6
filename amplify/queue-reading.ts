/** What a page's reader does with its queue, whosever it is; `DeleteMessage` admits batches too. */
export const QUEUE_READING: readonly string[] = [
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibility',
  'sqs:GetQueueAttributes',
];
