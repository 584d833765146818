import * as tf from '@tensorflow/tfjs-core';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { weightShapes } from '@/protocol/weight-shapes';
import { joinWeights, splitWeights } from './flat-weights';
import { forward } from './forward';
import { registerGradients } from './gradients';
import { lossRoot } from './loss-root';
import { sumLosses } from './losses';
import { SLOTS } from './optimizer-slots';
import { update } from './optimizers';
import type { LayerNumbers, Measured, NetworkState, TrainableNetwork } from './trainable-network';
import { toUnit } from './unit-pixels';

/** A network on the current tfjs backend, with its optimiser. Its owner calls dispose. */
export class TfjsNetwork implements TrainableNetwork {
  readonly classes: number;
  readonly inputs: number;
  private readonly weights: tf.Variable[];
  private readonly slots: tf.Variable[][];
  /** Outputs of steps whose loss nobody has looked at yet: reading on a GPU makes everything wait, so it is done seldom. */
  private unread: { logits: tf.Tensor2D; labels: Uint8Array }[] = [];
  private stepsDone: number;

  constructor(
    private readonly experiment: Experiment,
    state: NetworkState,
  ) {
    registerGradients();
    const { pixels, labels } = DATASETS[experiment.dataset];
    this.inputs = pixels;
    this.classes = labels.length;
    const shapes = weightShapes(experiment);
    const variables = (flat: Float32Array) =>
      splitWeights(experiment, flat).map((values, i) => {
        const tensor = tf.tensor(values.slice(), shapes[i] as number[], 'float32');
        const variable = tf.variable(tensor);
        tensor.dispose();
        return variable;
      });
    const size = state.weights.length;
    this.weights = variables(state.weights);
    this.slots = Array.from({ length: SLOTS[experiment.optimizer] }, (_, i) =>
      variables(
        state.slots.length === 0 ? new Float32Array(size) : state.slots.subarray(i * size, (i + 1) * size),
      ),
    );
    this.stepsDone = state.step;
  }

  get step(): number {
    return this.stepsDone;
  }

  get unreadSteps(): number {
    return this.unread.length;
  }

  trainStep(pixels: Uint8Array, labels: Uint8Array): void {
    const { experiment } = this;
    let logits: tf.Tensor2D | null = null;
    tf.tidy(() => {
      const input = this.inputOf(pixels);
      const targets = this.targetsOf(labels);
      const { grads } = tf.variableGrads(() => {
        const output = forward(experiment, this.weights, input);
        logits = tf.keep(output);
        return lossRoot(experiment.loss, output, targets);
      }, this.weights);
      this.weights.forEach((weight, i) => {
        let gradient = grads[weight.name]!;
        // The slope of l2 · Σ w²; even places are weights, odd ones biases, which are left out.
        if (experiment.l2 > 0 && i % 2 === 0) {
          gradient = tf.add(gradient, tf.mul(weight, 2 * experiment.l2));
        }
        update(
          experiment.optimizer,
          experiment.learningRate,
          this.stepsDone + 1,
          weight,
          gradient,
          this.slots.map((set) => set[i]!),
        );
      });
    });
    this.stepsDone++;
    this.unread.push({ logits: logits!, labels });
  }

  async measure(): Promise<(Measured & { steps: number }) | null> {
    const { unread, classes } = this;
    if (unread.length === 0) return null;
    this.unread = [];
    try {
      let loss = 0;
      let correct = 0;
      let examples = 0;
      const all =
        unread.length === 1
          ? unread[0]!.logits
          : tf.concat2d(
              unread.map((u) => u.logits),
              0,
            );
      let values: Float32Array;
      try {
        values = (await all.data()) as Float32Array;
      } finally {
        if (unread.length > 1) all.dispose();
      }
      for (const { labels } of unread) {
        const part = values.subarray(examples * classes, (examples + labels.length) * classes);
        const sums = sumLosses(this.experiment.loss, part, labels, classes);
        loss += sums.loss;
        correct += sums.correct;
        examples += labels.length;
      }
      return { loss: loss / examples, accuracy: correct / examples, examples, steps: unread.length };
    } finally {
      for (const { logits } of unread) logits.dispose();
    }
  }

  async logits(pixels: Uint8Array): Promise<Float32Array> {
    const output = tf.tidy(() => forward(this.experiment, this.weights, this.inputOf(pixels)));
    try {
      return (await output.data()) as Float32Array;
    } finally {
      output.dispose();
    }
  }

  async apart<T>(work: (stretch: (times: number) => void) => Promise<T>): Promise<T> {
    const variables = [...this.weights, ...this.slots.flat()];
    const kept = variables.map((variable) => variable.clone());
    const { stepsDone, unread } = this;
    this.unread = [];
    try {
      return await work((times) => {
        this.weights.forEach((weight, i) => {
          const from = kept[i]!;
          tf.tidy(() => weight.assign(tf.add(from, tf.mul(tf.sub(weight, from), times))));
        });
      });
    } finally {
      for (const { logits } of this.unread) logits.dispose();
      variables.forEach((variable, i) => {
        variable.assign(kept[i]!);
        kept[i]!.dispose();
      });
      this.stepsDone = stepsDone;
      this.unread = unread;
    }
  }

  async hiddenAnswers(pixels: Uint8Array): Promise<LayerNumbers[]> {
    const answers: tf.Tensor[] = [];
    tf.tidy(() => {
      forward(this.experiment, this.weights, this.inputOf(pixels), {
        sums: (_, z) => z,
        answers: (_, y) => answers.push(tf.keep(tf.clone(y))),
      });
    });
    return readAll(answers);
  }

  /** Found as the slope by an offset of 0 that is added to the sums. */
  async layerSlopes(pixels: Uint8Array, labels: Uint8Array): Promise<LayerNumbers[]> {
    const { experiment } = this;
    const slopes = tf.tidy(() => {
      const input = this.inputOf(pixels);
      const targets = this.targetsOf(labels);
      const offsets: tf.Tensor[] = [];
      forward(experiment, this.weights, input, {
        sums: (layer, z) => {
          offsets[layer] = tf.zeros(z.shape);
          return z;
        },
        answers: () => {},
      });
      const slopesBy = tf.grads((...given: tf.Tensor[]) => {
        const logits = forward(experiment, this.weights, input, {
          sums: (layer, z) => tf.add(z, given[layer]!),
          answers: () => {},
        });
        return lossRoot(experiment.loss, logits, targets);
      });
      return slopesBy(offsets);
    });
    return readAll(slopes);
  }

  async state(): Promise<NetworkState> {
    const step = this.stepsDone;
    const read = async (variables: readonly tf.Variable[]) =>
      joinWeights(await Promise.all(variables.map((v) => v.data())));
    const weights = await read(this.weights);
    const slots = await Promise.all(this.slots.map(read));
    return { step, weights, slots: joinWeights(slots) };
  }

  async firstWeights(): Promise<Float32Array> {
    return Float32Array.from(await this.weights[0]!.data());
  }

  dispose(): void {
    for (const variable of [...this.weights, ...this.slots.flat()]) variable.dispose();
    for (const { logits } of this.unread) logits.dispose();
    this.unread = [];
  }
  /** [pictures, numbers of a picture], 0 to 1. */
  private inputOf(pixels: Uint8Array): tf.Tensor2D {
    return tf.tensor2d(toUnit(pixels), [pixels.length / this.inputs, this.inputs]);
  }

  /** [pictures, labels]: 1 for the right one. */
  private targetsOf(labels: Uint8Array): tf.Tensor2D {
    const { classes } = this;
    const answers = new Float32Array(labels.length * classes);
    for (let i = 0; i < labels.length; i++) answers[i * classes + labels[i]!] = 1;
    return tf.tensor2d(answers, [labels.length, classes]);
  }
}

/** The numbers of some tensors, which are gone afterwards. */
async function readAll(tensors: readonly tf.Tensor[]): Promise<LayerNumbers[]> {
  try {
    return await Promise.all(
      tensors.map(async (tensor) => ({ values: (await tensor.data()) as Float32Array, shape: tensor.shape })),
    );
  } finally {
    for (const tensor of tensors) tensor.dispose();
  }
}
