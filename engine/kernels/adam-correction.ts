const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

/**
 * Adam's corrections for moments that start at zero, drawn out of its fraction (Kingma and Ba, 2015, § 2): with b₁ = 0.9ᵗ and b₂ = 0.999ᵗ
 * a step is r √(1 − b₂) / (1 − b₁) · m / (√s + ε √(1 − b₂)). The powers are running products and not `**`, which engines may round differently; products,
 * quotients and square roots all engines round alike.
 */
export class AdamCorrection {
  private step = 0;
  private first = 1;
  private second = 1;

  /** @param step number of the step, from 1; never goes back by itself, so an earlier one begins anew */
  at(step: number, rate: number): { rate: number; epsilon: number } {
    if (step < this.step) {
      this.step = 0;
      this.first = 1;
      this.second = 1;
    }
    for (; this.step < step; this.step++) {
      this.first *= BETA1;
      this.second *= BETA2;
    }
    const correction = Math.sqrt(1 - this.second);
    return { rate: (rate * correction) / (1 - this.first), epsilon: EPSILON * correction };
  }
}
