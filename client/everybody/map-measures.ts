import type { Dataset } from '@/protocol/datasets';
import type { StudentTrace } from './traces';

/** What a map of the class can have along its sides. */
export const MAP_MEASURES = ['epochs', 'loss', 'accuracy', 'speed', 'rate', 'submissions', 'result'] as const;
export type MapMeasure = (typeof MAP_MEASURES)[number];

/** Those of a training; the others are known of every class. */
export const TRAINED_MEASURES: readonly MapMeasure[] = ['epochs', 'loss', 'accuracy', 'speed', 'rate'];

/** What guessing gives; null in a lesson that trains no pictures. */
export type Chance = Dataset['chance'] | null;

interface MeasureRule {
  /** Of a student now; null: not known. */
  of(trace: StudentTrace, chance: Chance): number | null;
  /** The same at an earlier point of the run, for a trail; null where there is none. */
  before: ((point: StudentTrace['curve'][number], epoch: number, chance: Chance) => number | null) | null;
  /** Both ends of the axis, from the least and the greatest that are there. */
  range(least: number, greatest: number): readonly [from: number, to: number];
  logarithmic: boolean;
}

const share = (): readonly [number, number] => [0, 1];
const decades = (least: number, greatest: number): readonly [number, number] => {
  const [from, to] = [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(greatest))];
  return from === to ? [from / 10, to] : [from, to];
};
const positive = (value: number | null | undefined) => (value != null && value > 0 ? value : null);
/** Loss over that of guessing (ln K for K labels): 1 is knowing nothing. Beyond twice that a point stands at the edge. */
const overChance = (loss: number | null, chance: Chance) =>
  loss === null || chance === null ? null : loss / chance.loss;

/** Each measure: where it comes from, and what its axis is like. */
export const MEASURE_RULES: Readonly<Record<MapMeasure, MeasureRule>> = {
  epochs: {
    of: ({ last }) => last?.epoch ?? null,
    before: (_point, epoch) => epoch,
    range: (_least, greatest) => [0, Math.max(1, Math.ceil(greatest))],
    logarithmic: false,
  },
  loss: {
    of: ({ last }, chance) => overChance(last?.loss ?? null, chance),
    before: ([, loss], _epoch, chance) => overChance(loss, chance),
    range: (_least, greatest) => [0, greatest > 1.25 ? 2 : 1.25],
    logarithmic: false,
  },
  accuracy: {
    of: ({ last }) => last?.accuracy ?? null,
    before: ([, , accuracy]) => accuracy,
    range: share,
    logarithmic: false,
  },
  speed: {
    of: ({ last }) => positive(last?.examplesPerSecond),
    before: null,
    range: decades,
    logarithmic: true,
  },
  rate: { of: ({ rate }) => positive(rate), before: null, range: decades, logarithmic: true },
  submissions: {
    of: ({ submissions }) => submissions ?? null,
    before: null,
    range: (_least, greatest) => [0, Math.max(5, Math.ceil(greatest / 5) * 5)],
    logarithmic: false,
  },
  result: { of: ({ result }) => result ?? null, before: null, range: share, logarithmic: false },
};
