/**
 * The update rules. They work on a piece of a row of weights as soon as its gradient is known, while both are still in the nearest cache:
 * no gradient of a whole layer is ever written down.
 *
 *   sgd       w ← w − r g
 *   momentum  v ← 0.9 v + g;  w ← w − r v
 *   adam      m ← 0.9 m + 0.1 g;  s ← 0.999 s + 0.001 g²;  w ← w − r' m / (√s + ε')   (Kingma and Ba, "Adam", ICLR 2015, § 2, last lines)
 *
 * with g + 2 λ w in the place of g where squared weights are penalised. r' and ε' carry the corrections for the start at zero, which depend on the step
 * alone: engine/kernels/adam-correction has them. Everything is rounded to float32.
 *
 * Layout: a rule's slots (v; or m and s) are copies of the block of all weights, one behind the other, so that a weight's slot is always the same
 * distance away.
 */
export const SGD: u32 = 0;
export const MOMENTUM: u32 = 1;
export const ADAM: u32 = 2;

let rule: u32 = SGD;
let rate: f32 = 0;
let epsilon: f32 = 0;
let distance: usize = 0;

/**
 * The rule for what follows.
 * @param usedRate r, or Adam's r'
 * @param usedEpsilon Adam's ε'
 * @param slotDistance bytes from a weight to its first slot, and from that to its second
 */
export function setRule(usedRule: u32, usedRate: f32, usedEpsilon: f32, slotDistance: usize): void {
  rule = usedRule;
  rate = usedRate;
  epsilon = usedEpsilon;
  distance = slotDistance;
}

/** Whether weights stay as they are where their slope is 0: then they need not be touched. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function restsAtZero(decay: f32): bool {
  return rule === SGD && decay === 0;
}

/**
 * Moves a row of weights.
 * @param w the weights
 * @param g their gradient
 * @param decay 2 λ
 * @param count how many, a multiple of four
 */
export function moveRow(w: usize, g: usize, decay: f32, count: u32): void {
  const end = w + 4 * <usize>count;
  const r = f32x4.splat(rate);
  const pull = f32x4.splat(decay);
  if (rule === SGD) {
    for (; w < end; w += 16, g += 16) {
      const weight = v128.load(w);
      v128.store(w, f32x4.sub(weight, f32x4.mul(r, pulled(v128.load(g), weight, pull, decay))));
    }
  } else if (rule === MOMENTUM) {
    for (; w < end; w += 16, g += 16) {
      const weight = v128.load(w);
      const gradient = pulled(v128.load(g), weight, pull, decay);
      const velocity = f32x4.add(f32x4.mul(v128.load(w + distance), f32x4.splat(0.9)), gradient);
      v128.store(w + distance, velocity);
      v128.store(w, f32x4.sub(weight, f32x4.mul(r, velocity)));
    }
  } else {
    const e = f32x4.splat(epsilon);
    for (; w < end; w += 16, g += 16) {
      const weight = v128.load(w);
      const gradient = pulled(v128.load(g), weight, pull, decay);
      const first = f32x4.add(
        f32x4.mul(v128.load(w + distance), f32x4.splat(0.9)),
        f32x4.mul(gradient, f32x4.splat(0.1)),
      );
      const second = f32x4.add(
        f32x4.mul(v128.load(w + 2 * distance), f32x4.splat(0.999)),
        f32x4.mul(f32x4.mul(gradient, gradient), f32x4.splat(0.001)),
      );
      v128.store(w + distance, first);
      v128.store(w + 2 * distance, second);
      const way = f32x4.div(first, f32x4.add(f32x4.sqrt(second), e));
      v128.store(w, f32x4.sub(weight, f32x4.mul(r, way)));
    }
  }
}

/** The gradient with the penalty's part; without one the gradient itself, so that an infinite weight adds no NaN. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function pulled(gradient: v128, weight: v128, pull: v128, decay: f32): v128 {
  return decay === 0 ? gradient : f32x4.add(gradient, f32x4.mul(pull, weight));
}
