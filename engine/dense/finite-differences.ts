/**
 * The slope of a function by each of its numbers, found by moving it a little both ways and looking:
 *   ∂L/∂w ≈ (L(w + h) − L(w − h)) / 2h
 * Slow (two calculations a weight) and slightly inexact (error about h²), but it needs no chain rule: so it can tell whether
 * backpropagation is right.
 * @param loss looks at `weights` anew each time it is called
 * @param weights moved and put back
 */
export function finiteDifferences(loss: () => number, weights: Float64Array, h = 1e-5): Float64Array {
  return weights.map((weight, i) => {
    weights[i] = weight + h;
    const above = loss();
    weights[i] = weight - h;
    const below = loss();
    weights[i] = weight;
    return (above - below) / (2 * h);
  });
}
