import { readdirSync, readFileSync } from 'node:fs';

const INTERVAL_MS = 100;

interface Process {
  readonly isRenderer: boolean;
  readonly residentMb: number;
}

/** Memory above what it was at the start, at its peak, in megabytes. */
export interface MemoryRise {
  /** Of the page's own process, workers included; blobs that are kept in memory lie in the browser's. */
  readonly rendererMb: number;
  readonly browserMb: number;
}

/** Watches the memory of this process's browser (Linux: /proc) until it is ended. */
export function peakMemory(): { end(): MemoryRise } {
  const start = sample();
  const peak = { ...start };
  const timer = setInterval(() => {
    const now = sample();
    peak.rendererMb = Math.max(peak.rendererMb, now.rendererMb);
    peak.browserMb = Math.max(peak.browserMb, now.browserMb);
  }, INTERVAL_MS);
  return {
    end: () => {
      clearInterval(timer);
      return {
        rendererMb: peak.rendererMb - start.rendererMb,
        browserMb: peak.browserMb - start.browserMb,
      };
    },
  };
}

function sample(): { rendererMb: number; browserMb: number } {
  const found = descendants(process.pid).flatMap(processOf);
  const largest = (isRenderer: boolean) =>
    found
      .filter((each) => each.isRenderer === isRenderer)
      .reduce((most, { residentMb }) => Math.max(most, residentMb), 0);
  return { rendererMb: largest(true), browserMb: largest(false) };
}

/** The processes that a process started, and those that they started. */
function descendants(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = textOf(`/proc/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(Number(name), parent);
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === root || (parent > 1 && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

function processOf(pid: number): Process[] {
  const command = textOf(`/proc/${String(pid)}/cmdline`);
  const resident = /VmRSS:\s+(\d+) kB/.exec(textOf(`/proc/${String(pid)}/status`))?.[1];
  if (!command.includes('chrom') || resident === undefined) return [];
  const residentMb = Number(resident) / 1_024;
  return [{ isRenderer: command.includes('--type=renderer'), residentMb }];
}

/** Empty where the process has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
