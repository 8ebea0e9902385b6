/** What a page has opened: audio hardware and workers. */
export interface Opened {
  contexts: number;
  workers: number;
}

declare global {
  var opened: Opened;
}

/** Counts from now on. Runs in the page before anything else, so it may lean on nothing outside itself. */
export function countOpened(): void {
  const opened: Opened = { contexts: 0, workers: 0 };
  globalThis.opened = opened;
  globalThis.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      opened.contexts++;
    }
  };
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      opened.workers++;
    }
  };
}
