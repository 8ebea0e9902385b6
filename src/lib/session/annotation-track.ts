import type { Cue } from '$lib/core/mapping/cue';
import type { Seconds } from '$lib/core/score/note';
import type { Annotation } from './listening';

/** Annotations kept; the oldest go first. */
const CAPACITY = 200;

/** Deploys and alarms, as they stand above the lanes. */
export class AnnotationTrack {
  #annotations: Annotation[] = [];
  /** The event of each standing alarm, by the alarm's key. */
  #standing = new Map<string, string>();

  get annotations(): readonly Annotation[] {
    return this.#annotations;
  }

  /** Hears of every cue when it is composed. */
  follow(at: Seconds, cue: Cue): void {
    if (cue.figure === 'deploy')
      this.#add({ kind: 'deploy', from: at, to: null, label: cue.label, event: cue.id });
    if (cue.figure === 'alarm') this.#alarm(at, cue);
    if (cue.figure === 'alarm-ok') this.#close(at, cue.key);
  }

  #alarm(at: Seconds, cue: Cue): void {
    if (this.#standing.has(cue.key)) return;
    this.#standing.set(cue.key, cue.id);
    this.#add({ kind: 'alarm', from: at, to: null, label: cue.label, event: cue.id });
  }

  #close(at: Seconds, key: string): void {
    const event = this.#standing.get(key);
    this.#standing.delete(key);
    this.#annotations = this.#annotations.map((each) =>
      each.event === event && each.kind === 'alarm' ? { ...each, to: at } : each,
    );
  }

  #add(annotation: Annotation): void {
    this.#annotations = [...this.#annotations, annotation].slice(-CAPACITY);
  }
}
