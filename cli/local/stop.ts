/** Signals this close together are one: a terminal, npm and the launcher may each pass on the same Ctrl-C. */
const SAME_SIGNAL_MS = 300;

/**
 * A signal that aborts at the first Ctrl-C (SIGINT, SIGTERM or SIGHUP); a second one ends the process at once,
 * with the exit code that shells give to SIGINT.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let firstAtMs: number | null = null;
  const stop = () => {
    firstAtMs ??= Date.now();
    if (Date.now() - firstAtMs > SAME_SIGNAL_MS) process.exit(130);
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  return controller.signal;
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
