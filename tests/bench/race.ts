import { loadavg } from 'node:os';
import { type BitSet, countOnlyIn } from '@/base/bit-set';
import { raceAgain } from '@/classroom/race-again';
import { RACES_AGAIN } from '@/classroom/run-again';
import { createRandom } from '@/engine/random';
import type { SharedPlace } from '@/protocol/shared-place';
import { covers, simulatedRace } from '@/tests/classroom/simulated-race';
import { round } from './percentiles';

const PICTURES = 2_000;
const NETWORKS = 24;
const RACES = 100;
/** By network: the factor on what it has wrong; 1 is about 8 %. */
const CLASSES: Record<string, readonly number[]> = {
  equal: Array<number>(NETWORKS).fill(1),
  'hardly different (0.95 to 1.05)': spread(0.95, 1.05),
  'different (0.7 to 1.3)': spread(0.7, 1.3),
  'three groups (0.7, 1, 1.3)': Array.from({ length: NETWORKS }, (_, i) => [0.7, 1, 1.3][i % 3]!),
  'two networks, equal': [1, 1],
};

function spread(from: number, to: number): number[] {
  return Array.from({ length: NETWORKS }, (_, i) => from + ((to - from) * i) / (NETWORKS - 1));
}

/** `npm run bench -- race`: how often the intervals of a race run again hold the true place, beside plain ones; and how long it takes. */
export async function run(): Promise<object> {
  const coverage = Object.fromEntries(
    Object.entries(CLASSES).map(([name, skill]) => [name, coverageOf(skill)]),
  );
  return { load: round(loadavg()[0]!, 2), races: RACES, coverage, time: [24, 60, 200].map(timeOf) };
}

function coverageOf(skill: readonly number[]) {
  const ours = { held: 0, whole: 0, width: 0 };
  const plain = { held: 0, whole: 0, width: 0 };
  let single = 0;
  for (let race = 1; race <= RACES; race += 1) {
    const { truth, rights } = simulatedRace(skill, PICTURES, createRandom(race, 1));
    const again = finish(raceAgain(rights, createRandom(race, 2)));
    if (again.some(({ last }) => last === 1)) single += 1;
    count(ours, again, truth);
    count(plain, plainIntervals(rights, race), truth);
  }
  const intervals = RACES * skill.length;
  const shares = ({ held, whole, width }: typeof ours) => ({
    intervals: round((100 * held) / intervals, 1),
    wholeBoards: round((100 * whole) / RACES, 1),
    width: round(width / intervals, 1),
  });
  return { ours: shares(ours), plain: shares(plain), singleWinner: round((100 * single) / RACES, 1) };
}

function count(
  into: { held: number; whole: number; width: number },
  intervals: readonly SharedPlace[],
  truth: readonly SharedPlace[],
): void {
  const held = intervals.filter((interval, i) => covers(interval, truth[i]!)).length;
  into.held += held;
  if (held === truth.length) into.whole += 1;
  for (const { first, last } of intervals) into.width += last - first + 1;
}

/** What one would do first: the middle 95 % of each one's places in the drawn races. */
function plainIntervals(rights: readonly BitSet[], seed: number): SharedPlace[] {
  const random = createRandom(seed, 3);
  const flags = rights.map((right) =>
    Uint8Array.from({ length: PICTURES }, (_, picture) => (right[picture >> 3]! >> (picture & 7)) & 1),
  );
  const places = rights.map(() => new Int32Array(RACES_AGAIN));
  const times = new Int32Array(PICTURES);
  for (let race = 0; race < RACES_AGAIN; race += 1) {
    times.fill(0);
    for (let i = 0; i < PICTURES; i += 1) times[random.int(PICTURES)]! += 1;
    const got = flags.map((flag) => {
      let sum = 0;
      for (let i = 0; i < PICTURES; i += 1) sum += flag[i]! * times[i]!;
      return sum;
    });
    const order = [...got].sort((a, b) => b - a);
    for (let i = 0; i < got.length; i += 1) places[i]![race] = order.indexOf(got[i]!) + 1;
  }
  return places.map((all) => {
    all.sort();
    return { first: all[Math.floor(0.025 * RACES_AGAIN)]!, last: all[Math.ceil(0.975 * RACES_AGAIN) - 1]! };
  });
}

function timeOf(networks: number) {
  const skill = Array.from({ length: networks }, (_, i) => 0.7 + (0.6 * i) / networks);
  const { rights } = simulatedRace(skill, PICTURES, createRandom(1));
  const none = new Uint8Array(PICTURES / 8);
  rights.sort((a, b) => countOnlyIn(b, none) - countOnlyIn(a, none));
  finish(raceAgain(rights, createRandom(1)));
  const work = raceAgain(rights, createRandom(1));
  const begun = performance.now();
  let [last, longest] = [begun, 0];
  for (let step = work.next(); !step.done; step = work.next()) {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return { networks, ms: round(performance.now() - begun, 0), longestPieceMs: round(longest, 2) };
}

function finish<Result>(work: Generator<undefined, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
