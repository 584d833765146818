import type { Examples } from '@/engine/digits/examples';
import { evaluate } from '@/engine/network/evaluate';
import { splitWeights } from '@/engine/network/flat-weights';
import type { MakeNetwork } from '@/engine/network/trainable-network';
import type { Experiment } from '@/protocol/experiment';
import { weightLayers } from '@/protocol/weight-shapes';
import { alignedMean } from './averages';
import { meanOf } from './mean-of';
import { inBytes, unitPictures } from './unit-pictures';

/** What is to be shown: how many networks, and how many units of each. */
export interface ShownUnits {
  networks: number;
  units: number;
}

/** What came of averaging networks of one shape, with what a class is shown of it. */
export interface MergedNetworks {
  /** Shares of right answers of the mean of all weights, as they are and aligned. */
  plain: number;
  aligned: number;
  /** Of each network: for each seat of the first one's which own unit of the first hidden layer sits there once aligned. */
  orders: number[][];
  /** Seats at which the networks that are shown are most alike once aligned, rising. */
  seats: number[];
  /** Of the first networks: the units at these seats once aligned, and pictures of them (unit-pictures). */
  shown: { units: number[]; pictures: Int8Array }[];
  /** What sits at these seats in the two averages, on the scale of the first network's. */
  average: { plain: Int8Array; aligned: Int8Array };
}

/**
 * Averages networks, aligns them to the first, and averages them again.
 * @param networks at least one, dense, each in storage order, with as many hidden units as are shown or more
 * @throws RangeError where there is none, or one is of another shape
 */
export async function mergeNetworks(
  experiment: Experiment,
  networks: readonly Float32Array[],
  examples: Examples,
  network: MakeNetwork,
  shown: ShownUnits,
): Promise<MergedNetworks> {
  const ask = async (weights: Float32Array) => {
    const made = network(experiment, { step: 0, weights, slots: new Float32Array(0) });
    try {
      return (await evaluate(made, experiment.loss, examples)).accuracy;
    } finally {
      made.dispose();
    }
  };
  const plain = meanOf(networks);
  const { mean: aligned, orders: layers } = await alignedMean(experiment, networks);
  const orders = layers.map(([first]) => [...first!]);
  const some = networks.slice(0, shown.networks);
  const seats = mostAlike(experiment, some, orders, shown.units);
  const pictures = (weights: Float32Array, units: readonly number[]) =>
    unitPictures(experiment, weights, units);
  const scale = pictures(networks[0]!, seats);
  return {
    ...{ plain: await ask(plain), aligned: await ask(aligned), orders, seats },
    shown: some.map((weights, at) => {
      const units = seats.map((seat) => orders[at]![seat]!);
      const own = pictures(weights, units);
      return { units, pictures: inBytes(own, own, units.length) };
    }),
    average: {
      plain: inBytes(pictures(plain, seats), scale, seats.length),
      aligned: inBytes(pictures(aligned, seats), scale, seats.length),
    },
  };
}

/** The seats at which the first layer's weights of aligned networks point most in the directions of the first one's: by the mean of their cosines. */
function mostAlike(
  experiment: Experiment,
  networks: readonly Float32Array[],
  orders: readonly (readonly number[])[],
  count: number,
): number[] {
  const { inputs, units } = weightLayers(experiment)[0]!;
  const into = networks.map((weights) => splitWeights(experiment, weights)[0]!);
  const product = (one: Float32Array, unit: number, other: Float32Array, unitThere: number) => {
    let sum = 0;
    for (let input = 0; input < inputs; input++)
      sum += one[input * units + unit]! * other[input * units + unitThere]!;
    return sum;
  };
  const alike = Array.from({ length: units }, (_, seat) => {
    const own = into[0]!;
    const length = Math.sqrt(product(own, seat, own, seat));
    return into.reduce((sum, other, at) => {
      const unit = orders[at]![seat]!;
      const lengths = length * Math.sqrt(product(other, unit, other, unit));
      return sum + (lengths === 0 ? 0 : product(own, seat, other, unit) / lengths);
    }, 0);
  });
  return alike
    .map((_, seat) => seat)
    .sort((one, other) => alike[other]! - alike[one]! || one - other)
    .slice(0, count)
    .sort((one, other) => one - other);
}
