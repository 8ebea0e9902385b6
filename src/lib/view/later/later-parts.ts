import type * as parts from './parts';

export type LaterParts = typeof parts;

/** Loads what comes after the first note, or is asked for earlier; a second call gives the first one's answer. */
export const laterParts = (): Promise<LaterParts> => import('./parts');
