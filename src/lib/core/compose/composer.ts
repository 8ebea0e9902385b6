import type { Note } from '../score/note';
import { stepBand } from './band';
import { refill, spend } from './budget';
import type { ComposerState } from './composer-state';
import { stepDrone } from './drone';
import { type Figure, figureNotes, isOver, voiceOrder } from './figure';
import { force } from './harmony';
import { hear, type Hearing } from './hearing';
import { remember } from './reason';
import { playRoutine, type Routine } from './routine';
import { type Scene, setScene } from './scene';
import { settleTogether } from './settle';
import { type SeverityStep, stepSeverity } from './severity';
import type { Slot, Step } from './slot';
import { stepStage } from './stage';
import { stepEnergy } from './velocity';
import { markWarned, stepWarnings, type Warnings } from './warning';

export { type ComposerState, initialState, tonicOfAccount, waiting } from './composer-state';
export { describe, type Description } from './describe';

/**
 * Composes one slot: the notes that begin in it, and what became of the cues that were decided.
 * Pure: the same state and slot give the same step, and neither is changed. Slots count up by one.
 */
export function compose(state: ComposerState, slot: Slot): Step<ComposerState> {
  const hearing = hear(slot.cues);
  const scene = setScene(state, hearing, slot);
  const severity = stepSeverity(state, hearing, scene.mood.bad, scene.setting);
  const warnings = stepWarnings(hearing.warnings, state.band, state.warnedAt, scene.setting);
  const routine = routineOf(state, hearing, warnings, scene);
  const drone = stepDrone(severity.alarms, scene.setting);

  const begun = [scene, severity, warnings, routine].flatMap(({ figures }) => figures);
  const figures = begun.length > 0 ? [...state.figures, ...begun] : state.figures;
  const struck = figures.flatMap((figure) => figureNotes(figure, scene.setting));
  return {
    state: {
      ...after(state, slot, hearing, scene),
      ...severityAfter(severity, scene, slot),
      alarms: drone.alarms,
      warnedAt: warnings.warnedAt,
      band: routine.band,
      budget: routine.budget,
      energy: stepEnergy(state.energy, routine.energy + energyOf(warnings.figures)),
      figures: figures.filter((figure) => !isOver(figure, slot.index)),
    },
    notes: inOrder([...scene.notes, ...drone.notes, ...struck, ...routine.notes]),
    settled: [
      ...severity.settled,
      ...warnings.figures.flatMap(({ events }) => settleTogether(events)),
      ...routine.settled,
    ],
  };
}

function routineOf(
  state: ComposerState,
  hearing: Hearing,
  warnings: Warnings,
  { setting }: Scene,
): Routine {
  const { index } = setting;
  const heard = stepBand(state.band, hearing.routine, warnings.told, index);
  const band = stepStage(markWarned(heard, warnings, index), index);
  const pulses = warnings.figures.reduce((sum, { hits }) => sum + hits.length, 0);
  return playRoutine(band, spend(refill(state.budget), pulses, 0), state.energy, setting);
}

function after(state: ComposerState, slot: Slot, hearing: Hearing, scene: Scene) {
  const { rate, density, mood, link, held, random } = scene;
  const memories = remember(state.memories, hearing, slot.index);
  return { index: slot.index + 1, random, rate, density, mood, link, held, memories };
}

/** A link that is down holds the harmony: nothing is forced on it. */
function severityAfter(
  { errors, deploys, force: degrees }: SeverityStep,
  scene: Scene,
  slot: Slot,
) {
  const held = degrees === null || slot.link === 'down';
  return { errors, deploys, harmony: held ? scene.harmony : force(scene.harmony, degrees) };
}

function energyOf(figures: readonly Figure[]): number {
  return figures
    .flatMap(({ hits }) => hits)
    .reduce((sum, { velocity }) => sum + velocity * velocity, 0);
}

/** By time, then voice, then pitch: one order for one set of notes. */
function inOrder(notes: readonly Note[]): readonly Note[] {
  return notes.toSorted(
    (a, b) => a.time - b.time || voiceOrder(a.voice) - voiceOrder(b.voice) || a.midi - b.midi,
  );
}
