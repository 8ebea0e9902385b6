import { readArn } from './arn';
import { fits, literally } from './pattern';
import type { Piece } from './pattern';
import { PolicyNotUnderstood } from './policy-error';

const isColon = (piece: Piece | undefined): boolean =>
  piece === undefined || (piece.kind === 'text' && piece.text.startsWith(':'));

/** Cuts the pieces at the first five colons that the pattern itself writes: the six parts of an ARN. */
function parts(pieces: readonly Piece[]): Piece[][] {
  const cut: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind !== 'text' || !piece.own) {
      cut.at(-1)?.push(piece);
      continue;
    }
    piece.text.split(':').forEach((text, index) => {
      if (index > 0 && cut.length < 6) cut.push([]);
      else if (index > 0) cut.at(-1)?.push({ kind: 'text', text: ':', own: true });
      if (text !== '') cut.at(-1)?.push({ kind: 'text', text, own: true });
    });
  }
  return cut;
}

function arnParts(pieces: readonly Piece[], written: string): Piece[][] {
  const cut = parts(pieces);
  const [scheme, , service] = cut;
  const isArn = cut.length === 6 && fits(scheme ?? [], 'arn');
  if (isArn && service?.every((piece) => piece.kind === 'text')) return cut;
  throw new PolicyNotUnderstood(
    `"${written}" is not an ARN with a service of its own.`,
    'Write all six parts of the ARN, the service without wildcards.',
  );
}

/**
 * Whether an ARN fits a pattern of ArnLike or ArnEquals: each of the six parts by itself, with wildcards in each
 * (IAM User Guide, "Amazon Resource Name (ARN) condition operators"). What is not an ARN fits none.
 */
export function fitsArnParts(pieces: readonly Piece[], value: string, written: string): boolean {
  const read = readArn(value);
  const [, partition, service, region, account, resource] = arnParts(pieces, written);
  if (!read) return false;
  return (
    fits(partition ?? [], read.partition) &&
    fits(service ?? [], read.service) &&
    fits(region ?? [], read.region) &&
    fits(account ?? [], read.account) &&
    fits(resource ?? [], read.resource)
  );
}

/** A wildcard before the fifth colon stays in its part, but for a `*` that ends the part. */
function source(piece: Piece, next: Piece | undefined, inResource: boolean): string {
  if (piece.kind === 'text') return literally(piece.text);
  const within = !inResource && (piece.kind === 'one' || !isColon(next));
  return `${within ? '[^:]' : '.'}${piece.kind === 'one' ? '' : '*'}`;
}

/**
 * Whether a resource fits an item of a Resource element. A wildcard stays within its part of the ARN, but a `*` that
 * ends a part may go on beyond the colon (IAM User Guide, "IAM JSON policy elements: Resource").
 */
export function fitsResource(pieces: readonly Piece[], value: string, written: string): boolean {
  if (pieces.length === 1 && pieces[0]?.kind === 'many') return true;
  arnParts(pieces, written);
  let colons = 0;
  const pattern = pieces.map((piece, index) => {
    const made = source(piece, pieces[index + 1], colons >= 5);
    if (piece.kind === 'text' && piece.own) colons += piece.text.split(':').length - 1;
    return made;
  });
  return new RegExp(`^${pattern.join('')}$`, 'su').test(value);
}
