import type { TrainingSnapshot } from '@/client/training/training';
import type { Architecture } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import type { RaceRules } from '@/protocol/race';
import type { RaceRefusal } from '@/protocol/race-spent';
import { isOpen, type RunState } from '@/protocol/run-state';
import { countWeights } from '@/protocol/weight-shapes';
import { raceRefusal } from './race-ahead';

/** Why a button of the bar waits; each has its sentence in bench.json under `reason`. */
export type GateReason =
  | 'loading'
  | 'starting'
  | 'failed'
  | 'held'
  | 'guess'
  | 'elsewhere'
  | 'ended'
  | 'too-many-weights'
  | 'already-training'
  | 'not-training'
  | 'run-over'
  | 'nothing-to-reset'
  | 'nothing-trained'
  | 'diverged'
  | 'time-is-up'
  | 'none-left'
  | 'cooling-down'
  | RaceRefusal
  | 'offline';

export type GatedButton = 'train' | 'pause' | 'step' | 'reset' | 'submit';
/** Null: the button can be used. */
export type RunGate = Record<GatedButton, GateReason | null>;

/** What matters of the class. */
export interface GateSituation {
  /** The class has ended: nothing more is trained. */
  ended: boolean;
  online: boolean;
  /** The countdown of the challenge is over: the server takes no network until there is more time. */
  timeUp?: boolean;
  /** The student has handed in as often as the room allows. */
  noneLeft?: boolean;
  /** The room's cool-down between two submissions is not over. */
  coolingDown?: boolean;
  /** The rules of the class's race; left out: there is none. */
  race?: RaceRules;
  /** The step wants a guess first: what is predicted is not trained before. */
  guessFirst?: boolean;
}

/** What the bar allows just now. Pure: the same state gives the same bar, after a reload too. */
export function runGateOf(training: TrainingSnapshot, situation: GateSituation): RunGate {
  const { current } = training;
  const state = current?.state ?? 'ready';
  const lastStep = current?.points[current.points.length - 1]?.step ?? 0;
  const forbidden = situation.race && current ? raceRefusal(situation.race, current) : null;
  const general: GateReason | null = situation.ended
    ? 'ended'
    : training.phase === 'failed'
      ? 'failed'
      : training.phase === 'loading'
        ? 'loading'
        : training.phase === 'starting'
          ? 'starting'
          : training.heldByTeacher
            ? 'held'
            : situation.guessFirst
              ? 'guess'
              : null;
  const tooMany =
    (training.draftChanged || current === null) && !weightsFit(training.draft) ? 'too-many-weights' : null;
  return {
    // Train and Step begin a new run where this one goes on in another tab, or has ended.
    // After a failure Train tries once more: the message beside it says so.
    train:
      (general === 'failed' ? null : general) ??
      tooMany ??
      (state === 'training' && !training.draftChanged && !training.takenElsewhere
        ? 'already-training'
        : null),
    pause: state === 'training' ? null : 'not-training',
    step: general ?? tooMany ?? (isOver(state) && !training.draftChanged ? 'run-over' : null),
    reset: situation.ended
      ? 'ended'
      : training.phase === 'starting' || training.phase === 'loading'
        ? training.phase
        : current === null || (state === 'ready' && !training.draftChanged)
          ? 'nothing-to-reset'
          : null,
    submit: situation.ended
      ? 'ended'
      : current === null || (state === 'ready' && lastStep === 0)
        ? 'nothing-trained'
        : state === 'diverged'
          ? 'diverged'
          : training.takenElsewhere
            ? 'elsewhere'
            : situation.timeUp
              ? 'time-is-up'
              : situation.noneLeft
                ? 'none-left'
                : (forbidden ??
                  (situation.coolingDown ? 'cooling-down' : !situation.online ? 'offline' : null)),
  };
}

function isOver(state: 'ready' | RunState): boolean {
  return state !== 'ready' && !isOpen(state);
}

/** Whether the server would take a network of this size. */
export function weightsFit(architecture: Architecture): boolean {
  return countWeights(architecture) <= LIMITS.weightsPerNetwork;
}
