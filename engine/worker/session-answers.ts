import { type Examples, sliceExamples } from '@/engine/digits/examples';
import { answerOf } from '@/engine/network/answer-of';
import { evaluate } from '@/engine/network/evaluate';
import { probabilitiesOf } from '@/engine/network/probabilities';
import type { TrainableNetwork } from '@/engine/network/trainable-network';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { weightLayers } from '@/protocol/weight-shapes';
import type { CheckCount, FirstLayer, Mistake, Report } from './messages';

/** Mistakes in a report. */
const MOST_MISTAKES = 24;

/** What there is to say about a network: everything on the validation pictures. */
export async function reportOn(
  network: TrainableNetwork,
  experiment: Experiment,
  validation: Examples,
  seconds: number,
  breathe: () => Promise<void>,
): Promise<Report> {
  const step = network.step;
  const result = await evaluate(network, experiment.loss, validation, breathe);
  return {
    step,
    seconds,
    loss: result.loss,
    accuracy: result.accuracy,
    examples: result.examples,
    confusion: result.confusion,
    classAccuracy: result.confusion.map((row, label) => row[label]! / Math.max(1, sum(row))),
    mistakes: worstMistakes(validation, result.probabilities, network.classes),
  };
}

/** Counts the right answers; null where outputs are not finite, and so are no answers to count. */
export async function checkOn(
  network: TrainableNetwork,
  experiment: Experiment,
  pictures: Examples,
  breathe: () => Promise<void>,
): Promise<Pick<CheckCount, 'right' | 'pictures'> | null> {
  const { loss, confusion, examples } = await evaluate(network, experiment.loss, pictures, breathe);
  if (!Number.isFinite(loss)) return null;
  return { right: sum(confusion.map((row, label) => row[label]!)), pictures: examples };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

/** Wrong answers, the most confident first. */
function worstMistakes(examples: Examples, probabilities: Float32Array, classes: number): Mistake[] {
  const wrong: { index: number; answer: number; confidence: number }[] = [];
  for (let index = 0; index < examples.count; index++) {
    const answer = answerOf(probabilities, index, classes);
    if (answer === examples.labels[index]) continue;
    wrong.push({ index, answer, confidence: probabilities[index * classes + answer]! });
  }
  wrong.sort((a, b) => b.confidence - a.confidence || a.index - b.index);
  return wrong.slice(0, MOST_MISTAKES).map(({ index, answer }) => ({
    index,
    label: examples.labels[index]!,
    answer,
    probabilities: Array.from(probabilities.subarray(index * classes, (index + 1) * classes)),
    pixels: sliceExamples(examples, index, 1).pixels.slice(),
  }));
}

/** The probability of each label for one picture. @throws RangeError where it is no picture of the data set's size */
export async function predictOne(network: TrainableNetwork, pixels: Uint8Array): Promise<number[]> {
  if (pixels.length !== network.inputs)
    throw new RangeError(`${pixels.length} pixels, not ${network.inputs}`);
  const logits = await network.logits(pixels);
  return Array.from(probabilitiesOf(logits, network.classes));
}

/** The first layer's weights, picture by picture. */
export async function firstLayerOf(
  network: TrainableNetwork,
  experiment: Experiment,
  most: number,
): Promise<FirstLayer> {
  const layer = weightLayers(experiment)[0]!;
  const size = layer.kind === 'dense' ? DATASETS[experiment.dataset].side : layer.shape[0]!;
  const stored = await network.firstWeights();
  const count = Math.min(most, layer.units);
  const values = new Float32Array(count * size * size);
  let largest = 0;
  for (let unit = 0; unit < count; unit++) {
    for (let i = 0; i < size * size; i++) {
      const value = stored[i * layer.units + unit]!;
      values[unit * size * size + i] = value;
      largest = Math.max(largest, Math.abs(value));
    }
  }
  const kind = layer.kind === 'dense' ? 'dense' : 'convolutional';
  return { kind, size, count, of: layer.units, values, largest };
}
