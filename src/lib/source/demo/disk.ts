import type { Watch } from './alarm-watch';

/** How full the disk of the jobs' machine is on an ordinary night, in per cent. */
const ORDINARY = 58;
const FULL = 100;

/** A disk, and the alarm on it. */
export class Disk {
  #usedPercent = ORDINARY;

  /** The CloudWatch agent's figure for the disk. */
  readonly watch: Watch = {
    alarm: {
      name: 'jobs-disk-used',
      description: 'The disk of the nightly jobs is nearly full.',
      namespace: 'CWAgent',
      metric: 'disk_used_percent',
      stat: 'Maximum',
      dimensions: { InstanceId: 'i-0a1b2c3d4e5f60718', path: '/var', fstype: 'xfs' },
      threshold: 85,
      periodSeconds: 60,
    },
    datapoint: () => this.#usedPercent,
  };

  /** Writes so many per cent of the disk. */
  fill(percent: number): void {
    this.#usedPercent = Math.min(FULL, this.#usedPercent + percent);
  }

  /** Deletes so many per cent of the disk. */
  free(percent: number): void {
    this.#usedPercent = Math.max(0, this.#usedPercent - percent);
  }
}
