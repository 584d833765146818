import { sumLosses } from '@/engine/network/losses';
import { SLOTS } from '@/engine/network/optimizer-slots';
import type {
  LayerNumbers,
  Measured,
  NetworkState,
  TrainableNetwork,
} from '@/engine/network/trainable-network';
import { DATASETS } from '@/protocol/datasets';
import type { Experiment } from '@/protocol/experiment';
import { AdamCorrection } from './adam-correction';
import { Arena } from './arena';
import { ACTIVATION_KINDS, instantiate, type Kernels, LOSS_KINDS, RULES } from './kernels';
import { type LayerPlaces, type NetworkPlaces, placeNetwork, putIn, takeOut } from './layer-places';
import { buildLayers } from './layers/build-layers';
import type { KernelLayer } from './layers/kernel-layer';
import { WorkRoom } from './layers/work-room';

/** Pictures for which there is room at once, where a batch needs no more: what is evaluated comes in pieces of this size. */
const PICTURES = 250;

/**
 * A network on our own kernels. Its weights after n steps depend on the experiment alone, to the bit, on whatever device: kernels round
 * everything alike, sums keep their order, and no function that engines may round differently is on the way.
 */
export class KernelNetwork implements TrainableNetwork {
  readonly classes: number;
  readonly inputs: number;
  private readonly kernels: Kernels;
  private readonly arena: Arena;
  private readonly places: NetworkPlaces;
  private readonly layers: readonly KernelLayer[];
  /** Pictures for which there is room. */
  private readonly most: number;
  private readonly pixels: number;
  private readonly labels: number;
  private readonly room = new WorkRoom();
  private readonly correction = new AdamCorrection();
  private unread = { loss: 0, correct: 0, examples: 0, steps: 0 };
  private stepsDone: number;

  /** @throws RangeError on a wrong number of weights, or where the device has no memory for it */
  constructor(
    module: WebAssembly.Module,
    private readonly experiment: Experiment,
    state: NetworkState,
  ) {
    const { pixels, labels } = DATASETS[experiment.dataset];
    this.inputs = pixels;
    this.classes = labels.length;
    this.most = Math.max(PICTURES, experiment.batchSize);
    const { most, room } = this;
    const kernels = instantiate(module);
    const arena = new Arena(kernels.memory);
    this.kernels = kernels;
    this.arena = arena;
    this.places = placeNetwork(arena, experiment, most);
    this.pixels = arena.bytes(most * pixels);
    this.labels = arena.bytes(most);
    const plan = { kernels, arena, room, pixels: this.pixels, pictures: most };
    this.layers = buildLayers(experiment, this.places.layers, plan);
    room.place(arena);
    arena.reserve();
    putIn(arena, this.places.layers, state.weights, 0);
    if (state.slots.length > 0) this.putSlots(state.slots, state.weights.length);
    this.stepsDone = state.step;
  }

  get step(): number {
    return this.stepsDone;
  }

  get unreadSteps(): number {
    return this.unread.steps;
  }

  trainStep(pixels: Uint8Array, labels: Uint8Array): void {
    const { experiment, kernels, unread, classes } = this;
    const examples = labels.length;
    this.forward(pixels, examples);
    const sums = sumLosses(experiment.loss, this.rowsOf(this.last, 'answers', examples), labels, classes);
    unread.loss += sums.loss;
    unread.correct += sums.correct;
    unread.examples += examples;
    unread.steps++;
    this.stepsDone++;
    const { rate, epsilon } =
      experiment.optimizer === 'adam'
        ? this.correction.at(this.stepsDone, experiment.learningRate)
        : { rate: experiment.learningRate, epsilon: 0 };
    kernels.setRule(RULES[experiment.optimizer], rate, epsilon, this.places.parameters.size);
    this.startBack(labels);
    for (let i = this.layers.length - 1; i >= 0; i--) {
      this.sendBack(i, examples);
      this.learn(i, examples);
    }
  }

  async measure(): Promise<(Measured & { steps: number }) | null> {
    const { loss, correct, examples, steps } = this.unread;
    if (steps === 0) return null;
    this.unread = { loss: 0, correct: 0, examples: 0, steps: 0 };
    return { loss: loss / examples, accuracy: correct / examples, examples, steps };
  }

  async logits(pixels: Uint8Array): Promise<Float32Array> {
    const { inputs, classes, most } = this;
    const count = pixels.length / inputs;
    const logits = new Float32Array(count * classes);
    for (let from = 0; from < count; from += most) {
      const some = Math.min(most, count - from);
      this.forward(pixels.subarray(from * inputs, (from + some) * inputs), some);
      logits.set(this.rowsOf(this.last, 'answers', some), from * classes);
    }
    return logits;
  }

  async apart<T>(work: (stretch: (times: number) => void) => Promise<T>): Promise<T> {
    const { stepsDone, unread } = this;
    const { from, size } = this.places.parameters;
    const all = this.arena.floatsAt(from, (size / 4) * (1 + SLOTS[this.experiment.optimizer]));
    const kept = all.slice();
    this.unread = { loss: 0, correct: 0, examples: 0, steps: 0 };
    try {
      return await work((times) => {
        for (let i = 0; i < size / 4; i++) all[i] = kept[i]! + times * (all[i]! - kept[i]!);
      });
    } finally {
      all.set(kept);
      this.stepsDone = stepsDone;
      this.unread = unread;
    }
  }

  async hiddenAnswers(pixels: Uint8Array): Promise<LayerNumbers[]> {
    const count = this.forward(pixels, pixels.length / this.inputs);
    return this.places.layers.slice(0, -1).map((layer) => this.numbersOf(layer, 'answers', count));
  }

  async layerSlopes(pixels: Uint8Array, labels: Uint8Array): Promise<LayerNumbers[]> {
    const count = this.forward(pixels, labels.length);
    this.startBack(labels);
    for (let i = this.layers.length - 1; i > 0; i--) this.sendBack(i, count);
    return this.places.layers.map((layer) => this.numbersOf(layer, 'slopes', count));
  }

  async state(): Promise<NetworkState> {
    const { layers, parameters } = this.places;
    const weights = takeOut(this.arena, layers, 0);
    const sets = SLOTS[this.experiment.optimizer];
    const slots = new Float32Array(sets * weights.length);
    for (let set = 0; set < sets; set++)
      slots.set(takeOut(this.arena, layers, (set + 1) * parameters.size), set * weights.length);
    return { step: this.stepsDone, weights, slots };
  }

  async firstWeights(): Promise<Float32Array> {
    const first = this.places.layers.slice(0, 1);
    return takeOut(this.arena, first, 0).subarray(0, first[0]!.of.weights);
  }

  /** The memory goes with the instance. */
  dispose(): void {}

  private get last(): LayerPlaces {
    return this.places.layers.at(-1)!;
  }

  private putSlots(slots: Float32Array, weights: number): void {
    const { layers, parameters } = this.places;
    const sets = SLOTS[this.experiment.optimizer];
    for (let set = 0; set < sets; set++)
      putIn(
        this.arena,
        layers,
        slots.subarray(set * weights, (set + 1) * weights),
        (set + 1) * parameters.size,
      );
  }

  /** All layers' answers to some pictures, and the last one's sums. @throws RangeError for more than there is room for */
  private forward(pixels: Uint8Array, count: number): number {
    const { kernels, arena, inputs, layers } = this;
    if (count > this.most) throw new RangeError(`${count} pictures where there is room for ${this.most}`);
    arena.bytesAt(this.pixels, count * inputs).set(pixels);
    const { activation } = this.experiment.network;
    layers.forEach((layer, i) => {
      layer.forward(count);
      if (i === layers.length - 1) return;
      const { answers, answersEach, of, width } = layer.places;
      kernels.activate(ACTIVATION_KINDS[activation], answers, count * answersEach);
      if (activation === 'sigmoid' && of.units < width)
        kernels.clearPadding(answers, (count * answersEach) / width, of.units, width);
    });
    return count;
  }

  /** The slopes of the answer layer's sums, by the loss. */
  private startBack(labels: Uint8Array): void {
    const { answers, slopes, row } = this.last;
    this.arena.bytesAt(this.labels, labels.length).set(labels);
    const kind = LOSS_KINDS[this.experiment.loss];
    this.kernels.lossSlopes(kind, slopes, answers, row, this.labels, labels.length, this.classes);
  }

  /** From a layer's slopes those of the layer before it, and the chain rule through its activation. */
  private sendBack(layer: number, count: number): void {
    this.layers[layer]!.sendBack(count);
    const before = this.places.layers[layer - 1];
    if (!before) return;
    const kind = ACTIVATION_KINDS[this.experiment.network.activation];
    this.kernels.slopes(kind, before.answers, before.slopes, count * before.answersEach);
  }

  /** Moves a layer's weights and biases against their gradient. */
  private learn(layer: number, count: number): void {
    const { biases, slopes, row, width, side } = this.places.layers[layer]!;
    this.layers[layer]!.learn(count, 2 * this.experiment.l2);
    this.kernels.learnBiases(biases, slopes, row, this.room.scratch, width, count * side * side);
  }

  /** Rows without their padding: pictures, in each the places, in each the units. */
  private rowsOf(layer: LayerPlaces, what: 'answers' | 'slopes', count: number): Float32Array {
    const { of, width, answersEach } = layer;
    const { units } = of;
    const padded = this.arena.floatsAt(layer[what], count * answersEach);
    if (units === width) return padded.slice();
    const places = padded.length / width;
    const rows = new Float32Array(places * units);
    for (let i = 0; i < places; i++)
      for (let unit = 0; unit < units; unit++) rows[i * units + unit] = padded[i * width + unit]!;
    return rows;
  }

  private numbersOf(layer: LayerPlaces, what: 'answers' | 'slopes', count: number): LayerNumbers {
    const { side, of } = layer;
    const shape = of.kind === 'convolution' ? [count, side, side, of.units] : [count, of.units];
    return { values: this.rowsOf(layer, what, count), shape };
  }
}
