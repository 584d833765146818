import { ascending, mean, quantileSorted, rollup } from 'd3-array';
import type { SettingId, SettingValue } from '@/client/review/settings';
import { createRandom } from '@/engine/random';

/** One run's settings and its result (any number, the larger the better or worse: only how it varies counts). */
export interface RunTrial {
  settings: Readonly<Partial<Record<SettingId, SettingValue>>>;
  result: number;
}

/** The results of the runs with one value of a setting. */
interface ValueGroup {
  value: SettingValue;
  count: number;
  mean: number;
  /** Standard deviation within the group, n − 1; 0 of a single run. */
  deviation: number;
}

/** How much a setting mattered among some runs. */
export type SettingEffect = { setting: SettingId; groups: ValueGroup[] } & (
  | {
      kind: 'measured';
      /** η²: the share of the results' variance that lies between the setting's values, 0 to 1. */
      share: number;
      /** 90 % of the shares that other runs like these would give (bootstrap of runs within each value). */
      interval: readonly [low: number, high: number];
      /** The share that shuffled results give on average: with few runs it is far from 0. */
      chance: number;
      /** Of shuffled results, the share that gives as much: (1 + as many) / (1 + all). */
      p: number;
    }
  /** Fewer than two values with enough runs each. */
  | { kind: 'few' }
  /** It changed together with another setting: which of the two mattered cannot be told. */
  | { kind: 'confounded'; with: SettingId }
  /** All runs came out alike. */
  | { kind: 'alike' }
);

/** A value counts with so many runs of it. */
const LEAST_RUNS = 3;
/** Two settings that go together as closely as this (Cramér's V) cannot be told apart. */
const CLOSEST = 0.8;
const SHUFFLES = 999;
const RESAMPLES = 400;
const INTERVAL = 0.9;

/**
 * For each setting the share of the results' variance between its values (η², Fisher 1925), with a permutation test and a bootstrap
 * interval. It says what went with what in these runs, not what would follow from what: nobody assigned the settings by lot. The same
 * runs give the same figures, since chance is drawn from a fixed seed. Those that were measured come first, the strongest foremost.
 */
export function settingEffects(trials: readonly RunTrial[], settings: readonly SettingId[]): SettingEffect[] {
  const effects = settings.map((setting) => effectOf(trials, setting, settings));
  const strength = (effect: SettingEffect) => (effect.kind === 'measured' ? effect.share : -1);
  return effects.sort((a, b) => strength(b) - strength(a));
}

function effectOf(
  trials: readonly RunTrial[],
  setting: SettingId,
  settings: readonly SettingId[],
): SettingEffect {
  const byValue = [
    ...rollup(
      trials,
      (some) => some,
      ({ settings: set }) => set[setting] ?? null,
    ),
  ];
  const groups = byValue
    .map(([value, some]) =>
      groupOf(
        value,
        some.map(({ result }) => result),
      ),
    )
    .sort((a, b) => compareValues(a.value, b.value));
  const enough = byValue.filter(([, some]) => some.length >= LEAST_RUNS);
  if (enough.length < 2) return { kind: 'few', setting, groups };
  const counted = enough.flatMap(([, some]) => some);
  const others = settings.filter((other) => other !== setting && other !== 'seed');
  const twin = others.find((other) => association(counted, setting, other) >= CLOSEST);
  if (twin !== undefined) return { kind: 'confounded', setting, groups, with: twin };
  const results = enough.map(([, some]) => some.map(({ result }) => result));
  const share = betweenShare(results);
  if (share === null) return { kind: 'alike', setting, groups };
  return { kind: 'measured', setting, groups, share, ...chanceOf(results, share), interval: spread(results) };
}

function groupOf(value: SettingValue, results: readonly number[]): ValueGroup {
  const middle = mean(results)!;
  const squares = results.reduce((sum, result) => sum + (result - middle) ** 2, 0);
  return {
    value,
    count: results.length,
    mean: middle,
    deviation: results.length > 1 ? Math.sqrt(squares / (results.length - 1)) : 0,
  };
}

/** η² = squares between groups / all squares; null where nothing varies. */
export function betweenShare(groups: readonly (readonly number[])[]): number | null {
  const centred = centre(groups);
  const size = Math.max(1, ...groups.flat().map(Math.abs));
  // What sums of floats are off by is no difference.
  if (centred.every((value) => Math.abs(value) <= 1e-9 * size)) return null;
  return shareOf(
    centred,
    groups.map(({ length }) => length),
  );
}

/** The same of values of which each group's follow each other. With sums alone: it is asked a thousand times. */
function shareOf(values: Float64Array, lengths: readonly number[]): number {
  let at = 0;
  let all = 0;
  let squares = 0;
  let between = 0;
  for (const length of lengths) {
    let sum = 0;
    for (const end = at + length; at < end; at += 1) {
      const value = values[at]!;
      sum += value;
      squares += value * value;
    }
    all += sum;
    between += (sum * sum) / length;
  }
  const mid = (all * all) / values.length;
  const total = squares - mid;
  return total <= 0 ? 0 : Math.min(1, Math.max(0, (between - mid) / total));
}

/** The results about their mean, where sums of squares lose no digits. */
function centre(groups: readonly (readonly number[])[]): Float64Array {
  const all = groups.flat();
  const middle = mean(all) ?? 0;
  return Float64Array.from(all, (value) => value - middle);
}

/** What shuffled results give. */
function chanceOf(groups: readonly (readonly number[])[], share: number): { chance: number; p: number } {
  const random = createRandom(1, groups.length);
  const pool = centre(groups);
  const lengths = groups.map(({ length }) => length);
  let sum = 0;
  let asMuch = 0;
  for (let round = 0; round < SHUFFLES; round += 1) {
    const value = shareOf(random.shuffle(pool), lengths);
    sum += value;
    if (value >= share - 1e-12) asMuch += 1;
  }
  return { chance: sum / SHUFFLES, p: (1 + asMuch) / (1 + SHUFFLES) };
}

/** The middle 90 % of the shares of runs drawn anew, with replacement, within each value. */
function spread(groups: readonly (readonly number[])[]): readonly [number, number] {
  const random = createRandom(2, groups.length);
  const values = centre(groups);
  const lengths = groups.map(({ length }) => length);
  const drawn = new Float64Array(values.length);
  const shares = Array.from({ length: RESAMPLES }, () => {
    let from = 0;
    for (const length of lengths) {
      for (let index = 0; index < length; index += 1)
        drawn[from + index] = values[from + random.int(length)]!;
      from += length;
    }
    return shareOf(drawn, lengths);
  }).sort(ascending);
  const tail = (1 - INTERVAL) / 2;
  return [quantileSorted(shares, tail)!, quantileSorted(shares, 1 - tail)!];
}

/**
 * How closely two settings go together: Cramér's V (1946), 0 to 1; 0 where one of them does not vary. With about as many values as runs
 * everything goes with everything, which is said in the same way: it cannot be told apart.
 */
export function association(trials: readonly RunTrial[], one: SettingId, other: SettingId): number {
  const rows = new Map<SettingValue, number>();
  const columns = new Map<SettingValue, number>();
  const cells = new Map<string, number>();
  for (const { settings } of trials) {
    const [row, column] = [settings[one] ?? null, settings[other] ?? null];
    rows.set(row, (rows.get(row) ?? 0) + 1);
    columns.set(column, (columns.get(column) ?? 0) + 1);
    const cell = JSON.stringify([row, column]);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  const freedom = Math.min(rows.size, columns.size) - 1;
  if (freedom <= 0) return 0;
  let square = 0;
  for (const [row, inRow] of rows)
    for (const [column, inColumn] of columns) {
      const expected = (inRow * inColumn) / trials.length;
      const seen = cells.get(JSON.stringify([row, column])) ?? 0;
      square += (seen - expected) ** 2 / expected;
    }
  return Math.sqrt(square / (trials.length * freedom));
}

/** Numbers by size, words by letters. */
function compareValues(one: SettingValue, other: SettingValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  // The same everywhere, whatever language is read.
  return String(one) < String(other) ? -1 : 1;
}

/**
 * By how much results differ though all settings are the same but the seed: the standard deviation within such runs, pooled; null where
 * no two runs are so.
 */
export function deviationBySeed(trials: readonly RunTrial[]): { deviation: number; runs: number } | null {
  const twins = [
    ...rollup(
      trials,
      (some) => some.map(({ result }) => result),
      ({ settings: { seed: _, ...rest } }) => JSON.stringify(rest),
    ).values(),
  ].filter(({ length }) => length > 1);
  const runs = twins.reduce((sum, { length }) => sum + length, 0);
  if (runs === 0) return null;
  const squares = twins.reduce(
    (sum, results) => sum + groupOf(null, results).deviation ** 2 * (results.length - 1),
    0,
  );
  return { deviation: Math.sqrt(squares / (runs - twins.length)), runs };
}
