import type { Json, JsonObject } from '../aws-event';

/** What a shape holds: one event, several values to read one by one, the text of another body, or nothing we can read. */
export type Found =
  | { readonly envelope: JsonObject }
  | { readonly parts: readonly Json[] }
  | { readonly body: string }
  | { readonly reason: string };

/** Recognises one shape in which events are delivered; null where the value has another. */
export type Shape = (value: JsonObject) => Found | null;
