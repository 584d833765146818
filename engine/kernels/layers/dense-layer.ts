import type { KernelLayer, LayerPlan } from './kernel-layer';

/** A dense layer after another layer: three matrix products. */
export class DenseLayer implements KernelLayer {
  readonly places;
  private readonly before;

  constructor(private readonly plan: LayerPlan) {
    const { places, before, room, pictures } = plan;
    if (!before) throw new Error('A dense layer of pictures is an ink layer');
    this.places = places;
    this.before = before;
    // Its weights either way round, or the slopes of all its pictures.
    room.want(Math.max((places.inputs + 4) * places.width, pictures * places.width), places.width);
    room.want(0, before.answersEach);
  }

  forward(pictures: number): void {
    const { kernels, room } = this.plan;
    const { inputs, width, row, weights, biases, answers } = this.places;
    const { before } = this;
    kernels.pack(room.packed, weights, row, 4, inputs, width);
    kernels.product(
      answers,
      row,
      biases,
      0,
      before.answers,
      4 * before.answersEach,
      4,
      room.packed,
      pictures,
      width,
      inputs,
    );
  }

  /** D · Wᵀ */
  sendBack(pictures: number): void {
    const { kernels, room } = this.plan;
    const { of, row, weights, slopes } = this.places;
    const { answersEach, slopes: back } = this.before;
    kernels.pack(room.packed, weights, 4, row, of.units, answersEach);
    kernels.product(
      back,
      4 * answersEach,
      room.zeros,
      0,
      slopes,
      row,
      4,
      room.packed,
      pictures,
      answersEach,
      of.units,
    );
  }

  learn(pictures: number, decay: number): void {
    const { kernels, room } = this.plan;
    const { inputs, width, row, weights, slopes } = this.places;
    const { before } = this;
    kernels.pack(room.packed, slopes, row, 4, pictures, width);
    kernels.learnDense(
      weights,
      row,
      before.answers,
      4 * before.answersEach,
      room.packed,
      room.zeros,
      room.scratch,
      inputs,
      width,
      pictures,
      decay,
    );
  }
}
