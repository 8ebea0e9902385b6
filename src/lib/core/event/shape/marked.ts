import type { Json, JsonObject } from '../aws-event';
import { fieldOf, valueAt } from '../json-field';
import { envelopeOf } from './envelope';
import type { Shape } from './shape';

type Path = readonly (string | number)[];

/** A payload that is known by the fields it has, and where it tells what an envelope holds. */
export interface Marked {
  /** Fields that together occur in this payload alone. A path leads further in. */
  readonly marks: readonly (string | Path)[];
  readonly source: string | ((value: JsonObject) => string);
  readonly detailType: string | ((value: JsonObject) => string);
  readonly id?: Path;
  readonly time?: Path;
  readonly arn?: Path;
  readonly account?: Path;
  readonly region?: Path;
}

/** The shape of such a payload: an event with the payload as its detail. */
export function markedShape(kind: Marked): Shape {
  const marks = kind.marks.map((mark) => (typeof mark === 'string' ? [mark] : mark));
  return (value) => {
    if (!marks.every((mark) => valueAt(value, mark) !== undefined)) return null;
    return { envelope: letterOf(kind, value) };
  };
}

function letterOf(kind: Marked, value: JsonObject): JsonObject {
  const { source, detailType } = kind;
  return envelopeOf({
    source: typeof source === 'string' ? source : source(value),
    detailType: typeof detailType === 'string' ? detailType : detailType(value),
    id: at(value, kind.id),
    time: at(value, kind.time),
    arn: at(value, kind.arn),
    account: at(value, kind.account),
    region: at(value, kind.region) ?? fieldOf(value, 'awsRegion'),
    detail: value,
  });
}

function at(value: JsonObject, path: Path | undefined): Json | undefined {
  return path === undefined ? undefined : valueAt(value, path);
}
