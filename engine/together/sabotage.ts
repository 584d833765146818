/** How many times its own step a saboteur goes, and the other way. */
const SABOTAGE = 5;

/**
 * What a saboteur sends in place of what it has learnt: start − 5 · (own update), so that the mean of all is led away from where everybody wants to go.
 * @param start the class's weights at the beginning of the round
 * @param own those after the own training
 */
export function sabotaged(start: Float32Array, own: Float32Array): Float32Array {
  return start.map((weight, i) => weight - SABOTAGE * (own[i]! - weight));
}
