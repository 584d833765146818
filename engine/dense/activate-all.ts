import { activationRule, sigmoid, type UnitActivation } from './activations';
import { exactTanhAll } from './exact-tanh';

/**
 * Activations and their slopes over many units at once. The usual three have loops of their own: a function that is called by its name and not from a table
 * stands in the loop itself, and these loops are a third of a small network's step.
 */

/** y = f(z) for the first `count`. */
export function activateAll(name: UnitActivation, z: Float64Array, y: Float64Array, count: number): void {
  if (name === 'tanh') exactTanhAll(z, y, count);
  else if (name === 'relu') for (let k = 0; k < count; k++) y[k] = Math.max(0, z[k]!);
  else if (name === 'sigmoid') for (let k = 0; k < count; k++) y[k] = sigmoid(z[k]!);
  else {
    const { f } = activationRule(name);
    for (let k = 0; k < count; k++) y[k] = f(z[k]!);
  }
}

/** δ ← δ · f′(z) for the first `count`, y being f(z). */
export function slopeAll(
  name: UnitActivation,
  z: Float64Array,
  y: Float64Array,
  delta: Float64Array,
  count: number,
): void {
  if (name === 'linear') return;
  if (name === 'tanh') for (let k = 0; k < count; k++) delta[k]! *= 1 - y[k]! * y[k]!;
  else if (name === 'relu') for (let k = 0; k < count; k++) delta[k]! *= z[k]! > 0 ? 1 : 0;
  else if (name === 'sigmoid') for (let k = 0; k < count; k++) delta[k]! *= y[k]! * (1 - y[k]!);
  else {
    const { derivative } = activationRule(name);
    for (let k = 0; k < count; k++) delta[k]! *= derivative(z[k]!, y[k]!);
  }
}
