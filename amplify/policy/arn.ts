import { PolicyNotUnderstood } from './policy-error';

/** The six parts of an ARN; only the last may hold colons. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Reads an ARN; null when the text is none. */
export function readArn(text: string): Arn | null {
  const found = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.+)$/s.exec(text);
  if (!found) return null;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = found;
  return { partition, service, region, account, resource };
}

/** Reads what must be an ARN. Throws PolicyNotUnderstood when it is none. */
export function arn(text: string): Arn {
  const read = readArn(text);
  if (read) return read;
  throw new PolicyNotUnderstood(`"${text}" is not an ARN.`, 'Write the whole ARN.');
}
