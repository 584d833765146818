import type { Examples } from '@/engine/digits/examples';
import { evaluate } from '@/engine/network/evaluate';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import type { Experiment } from '@/protocol/experiment';
import type { RoundRule } from '@/protocol/rounds-settings';
import { meanOf } from './mean-of';
import { medianOf } from './median-of';

/** What a network is right on: of all pictures, and of each label's. Shares. */
export interface LabelShares {
  right: number;
  byLabel: number[];
}

/** What becomes of what the devices of a class have sent. */
export interface CombinedRound extends LabelShares {
  /** The class's network from now on, in storage order. */
  weights: Float32Array;
  /** The share of right answers that the other rule would have come to with the same weights. */
  other: number;
}

/** Where networks are judged. */
interface Judges {
  pictures: Examples;
  network: MakeNetwork;
}

/** Digits of a share that are worth telling. */
const DECIMALS = 1e4;
const rounded = (share: number) => Math.round(share * DECIMALS) / DECIMALS;

/** What one network is right on. Outputs that are no numbers are right on nothing. */
export async function judgeLabels(
  experiment: Experiment,
  weights: Float32Array,
  { pictures, network }: Judges,
): Promise<LabelShares> {
  const made = network(experiment, { step: 0, weights, slots: new Float32Array(0) });
  try {
    const { accuracy, confusion } = await evaluate(made, experiment.loss, pictures);
    return {
      right: rounded(accuracy),
      byLabel: confusion.map((row, label) =>
        rounded(
          row[label]! /
            Math.max(
              1,
              row.reduce((sum, count) => sum + count, 0),
            ),
        ),
      ),
    };
  } finally {
    made.dispose();
  }
}

/**
 * The class's next network by one rule, and what the other would have come to.
 * @param sent weights of one shape, at least one
 * @throws RangeError where there are none, or they differ in length
 */
export async function combineRound(
  experiment: Experiment,
  sent: readonly Float32Array[],
  rule: RoundRule,
  judges: Judges,
): Promise<CombinedRound> {
  const both = { mean: meanOf(sent), median: medianOf(sent) };
  const weights = both[rule];
  const judged = await judgeLabels(experiment, weights, judges);
  const { right: other } = await judgeLabels(experiment, both[rule === 'mean' ? 'median' : 'mean'], judges);
  return { ...judged, weights, other };
}
