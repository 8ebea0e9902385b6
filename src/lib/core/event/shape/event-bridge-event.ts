import { textField } from '../json-field';
import type { Shape } from './shape';

/** An event as EventBridge delivers it to a queue: `source` and `detail-type` name it. */
export const eventBridgeEvent: Shape = (value) =>
  textField(value, 'source') !== null && textField(value, 'detail-type') !== null
    ? { envelope: value }
    : null;
