import type { KeptField, Mask } from './masks';

/** How EventBridge rewrites an event on its way to a target. */
export interface InputTransformer {
  readonly InputPathsMap: Readonly<Record<string, string>>;
  readonly InputTemplate: string;
}

/** What every event has, in words that AWS chooses. */
const ENVELOPE = { id: '$.id', account: '$.account', time: '$.time', region: '$.region' };
const AWS_WORDS = { source: '$.source', type: '$.detail-type' };

/** What stands for the source and the detail type of events that people put there themselves. */
export const FOREIGN_SOURCE = 'custom';
export const FOREIGN_TYPE = 'Custom Event';

/**
 * The transformer that leaves of an event what a mask keeps. EventBridge puts values in as they are, without escaping
 * them, and nothing at all for a path that is absent: so every path is one that the mask's pattern has found, and
 * holds a word of AWS's own.
 */
export function inputTransformer({ kept, fromAws }: Mask): InputTransformer {
  const variables = kept.map((field, index) => [`v${index}`, `$.detail.${field.path.join('.')}`]);
  const told = {
    version: '0',
    id: '<id>',
    'detail-type': fromAws ? '<type>' : FOREIGN_TYPE,
    source: fromAws ? '<source>' : FOREIGN_SOURCE,
    account: '<account>',
    time: '<time>',
    region: '<region>',
    detail: detailOf(kept),
  };
  return {
    InputPathsMap: {
      ...ENVELOPE,
      ...(fromAws && AWS_WORDS),
      ...Object.fromEntries(variables),
    },
    InputTemplate: unquoted(JSON.stringify(told), kept),
  };
}

type Nested = { readonly [name: string]: Nested | string };

function detailOf(kept: readonly KeptField[]): Nested {
  return kept.reduce<Nested>(
    (detail, { path }, index) => ({ ...detail, ...nested(path, `<v${index}>`) }),
    {},
  );
}

function nested(path: readonly string[], value: string): Nested {
  return path.reduceRight<Nested | string>((inner, name) => ({ [name]: inner }), value) as Nested;
}

/** Takes the quotes from what may be no text. */
function unquoted(template: string, kept: readonly KeptField[]): string {
  return kept.reduce(
    (written, { kind }, index) =>
      kind === 'text' ? written : written.replace(`"<v${index}>"`, `<v${index}>`),
    template,
  );
}
