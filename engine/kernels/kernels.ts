import type { Activation, Loss, Optimizer } from '@/protocol/experiment-choices';

/**
 * The kernels of engine/kernels/assembly as they are called: what each does, its layout and bounds stand there. Addresses and strides are in
 * bytes of the instance's memory, counts in numbers.
 */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  pack(to: number, b: number, bStep: number, bColumn: number, steps: number, columns: number): void;
  product(
    c: number,
    cRow: number,
    s: number,
    sRow: number,
    a: number,
    aRow: number,
    aStep: number,
    packed: number,
    rows: number,
    columns: number,
    steps: number,
  ): void;
  activate(kind: number, z: number, count: number): void;
  slopes(kind: number, y: number, d: number, count: number): void;
  exponentials(x: number, count: number): void;
  lossSlopes(
    loss: number,
    d: number,
    z: number,
    row: number,
    labels: number,
    examples: number,
    classes: number,
  ): void;
  setRule(rule: number, rate: number, epsilon: number, slotDistance: number): void;
  learnDense(
    w: number,
    row: number,
    a: number,
    aRow: number,
    packed: number,
    zeros: number,
    scratch: number,
    inputs: number,
    units: number,
    examples: number,
    decay: number,
  ): void;
  learnBiases(b: number, d: number, row: number, scratch: number, units: number, examples: number): void;
  inkByPicture(bytes: number, pictures: number, size: number, starts: number, entries: number): void;
  inkByPixel(
    fromStarts: number,
    fromEntries: number,
    pictures: number,
    size: number,
    starts: number,
    entries: number,
  ): void;
  inkForward(
    z: number,
    w: number,
    biases: number,
    row: number,
    starts: number,
    entries: number,
    pictures: number,
    units: number,
  ): void;
  learnInk(
    w: number,
    row: number,
    d: number,
    starts: number,
    entries: number,
    zeros: number,
    scratch: number,
    size: number,
    units: number,
    decay: number,
  ): void;
  setMaps(side: number, channels: number, kernel: number, filters: number): void;
  clearPadding(rows: number, count: number, units: number, width: number): void;
  convolve(
    answers: number,
    winners: number,
    source: number,
    bytes: number,
    plane: number,
    packed: number,
    biases: number,
    pictures: number,
  ): void;
  turnFilters(turned: number, w: number, row: number): void;
  convolveBack(
    slopes: number,
    winners: number,
    lists: number,
    ends: number,
    source: number,
    bytes: number,
    plane: number,
    gradient: number,
    turned: number,
    back: number,
    backPlane: number,
    pictures: number,
  ): void;
  learnFilters(w: number, row: number, gradient: number, scratch: number, decay: number): void;
}

/** How the kernels number what protocol/experiment names: as in assembly/activations.ts, losses.ts and update.ts. */
export const ACTIVATION_KINDS: Record<Activation, number> = { relu: 0, sigmoid: 1, tanh: 2 };
export const LOSS_KINDS: Record<Loss, number> = { 'cross-entropy': 0, 'squared-error': 1 };
export const RULES: Record<Optimizer, number> = { sgd: 0, momentum: 1, adam: 2 };

/** Kernels with a memory of their own, which is freed with them. The code is compiled once a module. */
export function instantiate(module: WebAssembly.Module): Kernels {
  return new WebAssembly.Instance(module).exports as unknown as Kernels;
}
