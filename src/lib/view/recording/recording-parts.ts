/** Loads what only a recording needs to be shown; a second call gives the first one's answer. */
export const recordingParts = () => import('./recording-chunk');
