import {
  type ClassProduct,
  giveBlock,
  joinProduct,
  NO_PRODUCT,
  roundAtConsole,
  roundOnWall,
  roundSeenBy,
  takeBlock,
} from '@/classroom/class-product';
import { expectedSums, productMatrices } from '@/engine/compute/class-product';
import type { ProductAtConsole, ProductNext, ProductOnWall, ProductStanding } from '@/protocol/class-product';

/** The product that the devices of one class calculate together: in memory alone, a round at a time (rules: classroom/class-product). */
export class ProductShare {
  private product: ClassProduct = NO_PRODUCT;
  private sums: readonly number[] | null = null;

  /** @param changed told whenever it does not stand as before */
  constructor(
    private readonly seed: number,
    private readonly now: () => number,
    private readonly changed: () => void,
  ) {}

  /** A device hands in what it was given, and is given the next. */
  next(studentId: string, { round, done }: ProductNext): ProductStanding & { block: number | null } {
    const now = this.now();
    const before = this.product;
    if (round === null) this.product = joinProduct(this.product, studentId, now);
    else if (round === this.product.round && done && done.sum === this.sumOf(done.block))
      this.product = takeBlock(this.product, studentId, done.block, now);
    const given = giveBlock(this.product, studentId, now);
    this.product = given.product;
    if (this.product !== before) this.changed();
    return { ...roundSeenBy(this.product, studentId, now), block: given.block };
  }

  /** How it stands, for the console and for the projector; null: no round has begun. */
  atConsole(): ProductAtConsole | null {
    return roundAtConsole(this.product, this.now());
  }

  onWall(): ProductOnWall | null {
    return roundOnWall(this.product, this.now());
  }

  /** What a block comes to; the matrices are made once and forgotten. */
  private sumOf(block: number): number {
    this.sums ??= expectedSums(productMatrices(this.seed));
    return this.sums[block]!;
  }
}
