import type { KernelLayer, LayerPlan } from './kernel-layer';

/** Bytes of an entry of a list: assembly/ink.ts. */
const ENTRY = 8;

/** A dense layer that comes first: straight from the pictures' bytes, and from the ink alone. */
export class InkLayer implements KernelLayer {
  readonly places;
  private readonly byPicture: { starts: number; entries: number };
  private readonly byPixel: { starts: number; entries: number };

  constructor(private readonly plan: LayerPlan) {
    const { arena, places, pictures, room } = plan;
    this.places = places;
    const entries = () => arena.bytes(pictures * places.inputs * ENTRY);
    this.byPicture = { starts: arena.numbers(pictures + 1), entries: entries() };
    this.byPixel = { starts: arena.numbers(places.inputs + 1), entries: entries() };
    room.want(0, places.width);
  }

  forward(pictures: number): void {
    const { kernels, pixels } = this.plan;
    const { inputs, width, row, weights, biases, answers } = this.places;
    const { starts, entries } = this.byPicture;
    kernels.inkByPicture(pixels, pictures, inputs, starts, entries);
    kernels.inkForward(answers, weights, biases, row, starts, entries, pictures, width);
  }

  sendBack(): void {}

  learn(pictures: number, decay: number): void {
    const { kernels, room } = this.plan;
    const { inputs, width, row, weights, slopes } = this.places;
    const { starts, entries } = this.byPixel;
    const { byPicture } = this;
    kernels.inkByPixel(byPicture.starts, byPicture.entries, pictures, inputs, starts, entries);
    kernels.learnInk(weights, row, slopes, starts, entries, room.zeros, room.scratch, inputs, width, decay);
  }
}
