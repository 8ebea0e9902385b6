import type { Json, JsonObject, Mended } from '../aws-event';

/** The event that a message itself is, where what it carries turns out to be no event: `message` is what it carries, parsed where it is JSON. */
export type Carrier = (message: Json) => JsonObject;

/** What a shape holds: one event, values to read one by one, the text of another body, or nothing we can read. */
export type Found =
  | { readonly envelope: JsonObject; readonly mended?: readonly Mended[] }
  | { readonly parts: readonly Json[] }
  | { readonly body: string; readonly carrier?: Carrier }
  /** Base64, perhaps of gzip, of another body. */
  | { readonly packed: string; readonly carrier?: Carrier }
  | { readonly reason: string };

/** Recognises one shape in which events are delivered; null where the value has another. */
export type Shape = (value: JsonObject) => Found | null;

/** Recognises one shape of text that is no JSON; null where the text has another. */
export type TextShape = (text: string) => Found | null;
