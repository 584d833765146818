import { parseArgs } from 'node:util';
import { RELAY_TARGETS, relayPass, relayStart } from '@/engine/together/relay-network';
import { HIDDEN_SEATS, RELAY_MARGIN, RELAY_STEPS } from '@/protocol/relay-settings';
import { percentile } from './percentiles';

const OPTIONS = { starts: { type: 'string', default: '1000' } } as const;

/** Of networks of so many hidden units: the share that learned exclusive or, and after how many steps half and nine tenths of those had. */
interface Fact {
  hidden: number;
  learned: number;
  steps: { median: number; p90: number };
}

/** `npm run bench -- relay-facts [--starts 1000]`: how surely and how fast the networks of a class learn exclusive or whose units are students (docs/together.md). A second. */
export async function run(args: string[]): Promise<Fact[]> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const starts = Number(values.starts);
  return HIDDEN_SEATS.map((hidden) => {
    const steps = Array.from({ length: starts }, (_, at) => stepsToLearn(hidden, at + 1))
      .filter((step) => step !== null)
      .sort((one, other) => one - other);
    return {
      hidden,
      learned: steps.length / starts,
      steps: { median: percentile(steps, 0.5), p90: percentile(steps, 0.9) },
    };
  });
}

/** Null: it had not learned when it was stopped. */
function stepsToLearn(hidden: number, seed: number): number | null {
  let weights = relayStart('gradient', hidden, seed);
  for (let step = 0; step < RELAY_STEPS; step++) {
    const { answers, next } = relayPass('gradient', hidden, weights);
    if (answers.every((answer, at) => Math.abs(answer - RELAY_TARGETS[at]!) < RELAY_MARGIN)) return step;
    weights = next;
  }
  return null;
}
