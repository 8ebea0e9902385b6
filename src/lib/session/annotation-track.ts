import type { Cue } from '$lib/core/mapping/cue';
import type { Seconds } from '$lib/core/score/note';
import type { Annotation } from './listening';

/** Annotations kept; the oldest that are over go first. */
const CAPACITY = 200;

/** Deploys and alarms, as they stand above the lanes. */
export class AnnotationTrack {
  #annotations: Annotation[] = [];
  /** The event of each standing alarm, by the alarm's key. */
  #standing = new Map<string, string>();

  get annotations(): readonly Annotation[] {
    return this.#annotations;
  }

  /** Hears of every cue when it is composed, with the source of its event. */
  follow(at: Seconds, cue: Cue, source: string): void {
    if (cue.figure === 'deploy') this.#add(opened('deploy', at, cue, source));
    if (cue.figure === 'alarm') this.#alarm(at, cue, source);
    if (cue.figure === 'alarm-ok') this.#close(at, cue.key);
  }

  #alarm(at: Seconds, cue: Cue, source: string): void {
    if (this.#standing.has(cue.key)) return;
    this.#standing.set(cue.key, cue.id);
    this.#add(opened('alarm', at, cue, source));
  }

  #close(at: Seconds, key: string): void {
    const event = this.#standing.get(key);
    this.#standing.delete(key);
    this.#annotations = this.#annotations.map((each) =>
      each.event === event && each.kind === 'alarm' ? { ...each, to: at } : each,
    );
  }

  #add(annotation: Annotation): void {
    const all = [...this.#annotations, annotation];
    if (all.length > CAPACITY) all.splice(oldestOver(all), 1);
    this.#annotations = all;
  }
}

/** Where the oldest annotation that is over lies; the oldest of all when each is a standing alarm. */
function oldestOver(annotations: readonly Annotation[]): number {
  return Math.max(
    0,
    annotations.findIndex(({ kind, to }) => kind === 'deploy' || to !== null),
  );
}

function opened(kind: Annotation['kind'], from: Seconds, cue: Cue, source: string): Annotation {
  return { kind, from, to: null, label: cue.label, source, event: cue.id };
}
