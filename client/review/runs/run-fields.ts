import { SETTING_IDS, type SettingId, settingOf } from '@/client/review/settings';
import { weightsOfRun } from '@/engine/runs/run-sizes';
import type { RunResult } from '@/protocol/run-table';

/** A run as the table has it. */
export interface ClassRun extends RunResult {
  /** Which of its student's runs it was, from 1. */
  number: number;
  /** Minutes after the class's first run at which it began. */
  minute: number;
}

const RESULT_IDS = ['accuracy', 'verified', 'loss-end', 'time', 'steps', 'weights'] as const;

/** All that is told of a run, each a column that can be sorted and filtered by. */
export const FIELD_IDS = ['student', ...SETTING_IDS, ...RESULT_IDS, 'backend', 'state', 'started'] as const;
export type FieldId = (typeof FIELD_IDS)[number];

/** Fields by which runs are put into groups: those that several runs share. */
export const GROUP_IDS = [
  'student',
  ...SETTING_IDS,
  'backend',
  'state',
] as const satisfies readonly FieldId[];
export type GroupId = (typeof GROUP_IDS)[number];

/** Columns that stand in the table of their own accord: what a run came to beside its student, the settings that differ, and the rest. */
const FIRST = ['student', 'accuracy', 'verified'] as const;
const LAST = ['time', 'steps', 'backend', 'state', 'started'] as const;

const NUMBERS: ReadonlySet<FieldId> = new Set<FieldId>([
  'examples',
  'learningRate',
  'batchSize',
  'epochs',
  'l2',
  'seed',
  ...RESULT_IDS,
  'started',
]);

/** Whether a field is a number, which is filtered from and to; else it is one of several words. */
export function isNumberField(id: FieldId): boolean {
  return NUMBERS.has(id);
}

export function isFieldId(text: string): text is FieldId {
  return (FIELD_IDS as readonly string[]).includes(text);
}

export function isSetting(id: FieldId): id is SettingId {
  return (SETTING_IDS as readonly string[]).includes(id);
}

/** A run's value in a field, in the unit in which people say it: shares in percent, time in seconds, the beginning in minutes. Null: not known. */
export function fieldOf(run: ClassRun, id: FieldId): number | string | null {
  switch (id) {
    case 'student':
      return run.studentId;
    case 'accuracy':
      return run.accuracy.value === null ? null : run.accuracy.value * 100;
    case 'verified':
      return run.verifiedAccuracy === null ? null : run.verifiedAccuracy * 100;
    case 'loss-end':
      return run.finalLoss;
    case 'time':
      return run.time / 1000;
    case 'steps':
      return run.steps;
    case 'weights':
      return weightsOfRun(run.experiment);
    case 'backend':
      return run.backend;
    case 'state':
      return run.state;
    case 'started':
      return run.minute;
    default:
      return settingOf(run.experiment, id);
  }
}

/** The fields that mean something in some of these runs: pictures have no noise, and points no epochs to come to an end of. */
export function knownFields(runs: readonly ClassRun[]): FieldId[] {
  const isKnown = (id: SettingId) => runs.some(({ experiment }) => settingOf(experiment, id) !== null);
  return FIELD_IDS.filter((id) => !isSetting(id) || runs.length === 0 || isKnown(id));
}

/** The columns that are shown while nobody has chosen any; a seed that differs comes last, since it decides nothing but chance. */
export function usualColumns(differing: readonly SettingId[]): FieldId[] {
  const seed = differing.filter((id) => id === 'seed');
  return [...FIRST, ...differing.filter((id) => id !== 'seed'), ...LAST, ...seed];
}

/** The runs of a class as rows, in their order. */
export function runRows(runs: readonly RunResult[]): ClassRun[] {
  const first = runs.reduce((least, { createdAt }) => Math.min(least, createdAt), Number.POSITIVE_INFINITY);
  const counts = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const { id, studentId } of runs.toSorted((a, b) => a.createdAt - b.createdAt)) {
    const number = (counts.get(studentId) ?? 0) + 1;
    counts.set(studentId, number);
    numbers.set(id, number);
  }
  return runs.map((run) => ({
    ...run,
    number: numbers.get(run.id)!,
    minute: Math.floor((run.createdAt - first) / 60_000),
  }));
}
