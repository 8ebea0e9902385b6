import type { CheckState, ConnectionCheck } from '../../../src/lib/core/cloud/calls';

type Id = ConnectionCheck['id'];

export const ok = (id: Id, message: string): ConnectionCheck => found(id, 'ok', message, '');

export const wrong = (id: Id, message: string, resolution: string): ConnectionCheck =>
  found(id, 'wrong', message, resolution);

export const unknown = (id: Id, message: string, resolution: string): ConnectionCheck =>
  found(id, 'unknown', message, resolution);

const found = (
  id: Id,
  state: CheckState,
  message: string,
  resolution: string,
): ConnectionCheck => ({ id, state, message, resolution });

/** What `ensure-queue` sets right. */
export const REPAIR = 'Reload this page: it makes and repairs what is yours.';
