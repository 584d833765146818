import type { CurrentRun } from '@/client/training/current-run';
import type { TrainingSnapshot } from '@/client/training/training';
import { totalSteps } from '@/engine/training/schedule';
import type { RaceRules } from '@/protocol/race';
import { type RaceRefusal, type RaceSpent, refuseByRules, spentOf } from '@/protocol/race-spent';

/** What matters of the bench. */
export type RaceAhead = Pick<TrainingSnapshot, 'draft' | 'draftChanged' | 'current'>;

/** What the network that Train goes on with has, and how many updates its training takes to its end. */
export function raceAheadOf({ draft, draftChanged, current }: RaceAhead): {
  spent: RaceSpent & { updates: number };
  whole: number;
} {
  const run = draftChanged ? null : current;
  const experiment = run?.experiment ?? draft;
  const updates = run === null ? 0 : stepsOf(run);
  return { spent: { ...spentOf({ experiment }), updates }, whole: totalSteps(experiment) };
}

/** Why the race would not take the network on the bench; null: it would. The server decides. */
export function raceRefusal(race: RaceRules, run: CurrentRun): RaceRefusal | null {
  const spent = spentOf({ experiment: run.experiment, updates: stepsOf(run) });
  return refuseByRules(race, spent, run.continues === undefined);
}

const stepsOf = ({ points }: CurrentRun): number => points.at(-1)?.step ?? 0;
