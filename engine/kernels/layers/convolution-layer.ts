import type { KernelLayer, LayerPlan } from './kernel-layer';

/** Bytes of an entry of a list: assembly/convolution-back.ts. */
const ENTRY = 8;

/** A convolution with the pooling after it, of pictures or of maps. */
export class ConvolutionLayer implements KernelLayer {
  readonly places;
  /** [side, channels, kernel, filters] of what comes in. */
  private readonly shape: readonly [side: number, channels: number, kernel: number, filters: number];
  private readonly packed: number;
  private readonly winners: number;
  private readonly plane: number;
  private readonly backPlane: number;
  private readonly lists: number;
  private readonly ends: number;
  private readonly gradient: number;
  private readonly turned: number;

  /** @param side of the maps that come in */
  constructor(
    private readonly plan: LayerPlan,
    side: number,
  ) {
    const { arena, places, before, pictures, room } = plan;
    this.places = places;
    const [kernel, , given] = places.of.shape as [number, number, number];
    const channels = before ? before.width : given;
    this.shape = [side, channels, kernel, places.width];
    const numbers = places.inputs * places.width;
    this.packed = arena.numbers(numbers);
    this.winners = arena.numbers(places.answersEach * pictures);
    // Three numbers more: a window's last vector may look beyond the plane.
    const plane = () => arena.numbers((side + kernel - 1) ** 2 * channels + 3);
    this.plane = plane();
    this.backPlane = before ? plane() : 0;
    this.lists = arena.bytes(ENTRY * places.answersEach);
    this.ends = arena.numbers(places.width);
    this.gradient = arena.numbers(places.width * kernel * 4 * Math.ceil((kernel * channels) / 4));
    this.turned = before ? arena.numbers(numbers) : 0;
    room.want(0, places.width);
  }

  forward(pictures: number): void {
    const { kernels } = this.plan;
    const { weights, row, biases, answers, inputs, width } = this.places;
    kernels.pack(this.packed, weights, row, 4, inputs, width);
    kernels.setMaps(...this.shape);
    kernels.convolve(answers, this.winners, ...this.source, this.plane, this.packed, biases, pictures);
  }

  /** Finds its gradient with it: both are made of the same lists. */
  sendBack(pictures: number): void {
    const { kernels, before } = this.plan;
    const { weights, row, slopes } = this.places;
    kernels.setMaps(...this.shape);
    if (before) kernels.turnFilters(this.turned, weights, row);
    kernels.convolveBack(
      slopes,
      this.winners,
      this.lists,
      this.ends,
      ...this.source,
      this.plane,
      this.gradient,
      this.turned,
      before ? before.slopes : 0,
      this.backPlane,
      pictures,
    );
  }

  learn(_pictures: number, decay: number): void {
    const { kernels, room } = this.plan;
    const { weights, row } = this.places;
    kernels.setMaps(...this.shape);
    kernels.learnFilters(weights, row, this.gradient, room.scratch, decay);
  }

  /** Where what comes in lies, and whether it is bytes. */
  private get source(): [address: number, bytes: 0 | 1] {
    const { before, pixels } = this.plan;
    return before ? [before.answers, 0] : [pixels, 1];
  }
}
