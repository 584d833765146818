import { markPictures } from '@/engine/digits/data-rule';
import type { Examples } from '@/engine/digits/examples';
import { answerOf } from '@/engine/network/answer-of';
import { evaluate } from '@/engine/network/evaluate';
import type { MakeNetwork, TrainableNetwork } from '@/engine/network/trainable-network';
import { createRandom, STREAMS } from '@/engine/random';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { untrained } from './cast-ballot';
import { OutputsNotFinite } from './evaluate';

/** Pixels by which pictures are moved to the right. */
const MOVED = 3;

/** Shares of right answers of one network on the same pictures, changed in several ways. As they are, scoring has asked (evaluate). */
export interface Probed {
  /** With the bright mark that names the label, where the network's own experiment would put it. */
  marked: number;
  /** With that of another label. */
  wrong: number;
  /** Of these: how many are answered by what the mark says. */
  follows: number;
  /** Three pixels to the right. */
  moved: number;
  /** Ink for paper, and paper for ink. */
  inverted: number;
}

/** What a network's answers rest on is seen where one thing of the pictures is changed and everything else is as before. */
const WAYS: Readonly<Record<Exclude<keyof Probed, 'follows' | 'wrong'>, Changed>> = {
  marked: (experiment, { pixels, labels }) => markPictures(experiment, pixels, labels),
  moved: ({ dataset }, { pixels }) => {
    const { side } = DATASETS[dataset];
    for (let row = 0; row < pixels.length; row += side) {
      pixels.copyWithin(row + MOVED, row, row + side - MOVED);
      pixels.fill(0, row, row + MOVED);
    }
  },
  inverted: (_, { pixels }) => {
    for (let i = 0; i < pixels.length; i++) pixels[i] = 255 - pixels[i]!;
  },
};
type Changed = (experiment: Experiment, pictures: Examples) => void;

/**
 * Asks a network about changed pictures. Blocks its thread, as scoring does; check the weights first (check-weights).
 * @throws RangeError on a wrong number of weights; OutputsNotFinite where logits overflow
 */
export async function probeNetwork(
  experiment: Experiment,
  weights: Float32Array,
  pictures: Examples,
  network: MakeNetwork,
): Promise<Probed> {
  const made = network(untrained(experiment), { step: 0, weights, slots: new Float32Array(0) });
  const ask = (examples: Examples) => soundAnswers(made, experiment, examples);
  const changed = async (way: Changed) => {
    const own = { ...pictures, pixels: pictures.pixels.slice() };
    way(experiment, own);
    return ask(own);
  };
  try {
    const others = otherLabels(pictures.labels, made.classes);
    const wrong = await changed((of, { pixels }) => markPictures(of, pixels, others));
    const following = others.filter((label, i) => answerOf(wrong.probabilities, i, made.classes) === label);
    return {
      marked: (await changed(WAYS.marked)).accuracy,
      wrong: wrong.accuracy,
      follows: following.length / pictures.count,
      moved: (await changed(WAYS.moved)).accuracy,
      inverted: (await changed(WAYS.inverted)).accuracy,
    };
  } finally {
    made.dispose();
  }
}

/** The share of each of some sets of pictures on which a network is right. @throws as probeNetwork */
export async function shareRight(
  experiment: Experiment,
  weights: Float32Array,
  sets: readonly Examples[],
  network: MakeNetwork,
): Promise<number[]> {
  const made = network(untrained(experiment), { step: 0, weights, slots: new Float32Array(0) });
  try {
    const shares: number[] = [];
    for (const set of sets) shares.push((await soundAnswers(made, experiment, set)).accuracy);
    return shares;
  } finally {
    made.dispose();
  }
}

async function soundAnswers(network: TrainableNetwork, { loss }: Experiment, examples: Examples) {
  const asked = await evaluate(network, loss, examples);
  if (!Number.isFinite(asked.loss)) throw new OutputsNotFinite('Outputs are not finite');
  return asked;
}

/** A label for each picture that is not its own, drawn by lot: the same for every network. */
export function otherLabels(labels: Uint8Array, classes: number): Uint8Array {
  const random = createRandom(0, STREAMS.labels);
  return labels.map((label) => (label + 1 + random.int(classes - 1)) % classes);
}
