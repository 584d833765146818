import { type DescentSettings, walkDown } from '@/engine/landscape/descent';
import { dealLandscape, type Landscape, startingAt, steeper } from '@/engine/landscape/landscapes';
import { createRandom } from '@/engine/random';
import { DESCENT_PARTS, DESCENT_STEPS, type DescentPart } from '@/protocol/challenges/descent';
import type { DescentAnswer } from '@/protocol/challenges/descent-answer';
import type { Challenge } from './challenge';

export type DescentTask = Readonly<Record<DescentPart, Landscape>>;

/** So many steps are worth half. */
const HALF_VALUE = 40;

/** Names this challenge's streams of random numbers. */
const STREAM = 0xde5ce;

/**
 * Turned about its middle, steeper or flatter by up to two and a half times (which asks for another rate), begun from beside
 * the usual start: settings of one class are of little use to the next.
 */
function dealPart(part: DescentPart, seed: number, stream: number): Landscape {
  const random = createRandom(seed, STREAM, stream);
  const factor = (40 + random.int(211)) / 100;
  // Towards the middle, and by less than would lead into another valley.
  const share = (80 + random.int(21)) / 100;
  const landscape = dealLandscape(part, random);
  const { a, b } = landscape.start;
  return startingAt(steeper(landscape, factor), { a: share * a, b: share * b });
}

/** An answer as the walk takes it. */
export function descentSettings({ method, rate, changes }: Omit<DescentAnswer, 'part'>): DescentSettings {
  return {
    optimizer: method,
    learningRate: rate,
    changes: changes.map((change) => ({ step: change.step, learningRate: change.rate })),
    batch: 'full',
  };
}

/** Lesson 7: into the deepest valley in the fewest steps, on landscapes that are dealt out. */
export const descentChallenge: Challenge<DescentTask, DescentAnswer> = {
  deal(seed) {
    const [valley, saddle, two] = DESCENT_PARTS.map((part, i) => dealPart(part, seed, i));
    return { 'narrow-valley': valley!, saddle: saddle!, 'two-valleys': two! };
  },
  parts: () => DESCENT_PARTS,
  check(task, { part, ...answer }) {
    // Every step looks at everything: nothing is drawn.
    const arrival = walkDown(task[part], descentSettings(answer), createRandom(0), DESCENT_STEPS);
    const reached = arrival.outcome === 'arrived';
    return {
      part,
      value: reached ? HALF_VALUE / (HALF_VALUE + arrival.steps) : 0,
      shown: { kind: 'steps', amount: reached ? arrival.steps : DESCENT_STEPS, of: null },
      reached,
    };
  },
};
