import type { PictureNetwork } from '@/protocol/reveal-views';

type Costed = Pick<PictureNetwork, 'accuracy' | 'weights' | 'examples'>;

/** Steps of an axis of shares: the finest with at most six of them. */
const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

/** The axis of shares that holds these, with its ticks. */
export function shareAxis(shares: readonly number[]): { range: [number, number]; ticks: number[] } {
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const step = STEPS.find((one) => (high - low) / one <= 5) ?? 0.5;
  const from = Math.max(0, Math.floor(low / step - 0.25));
  const to = Math.min(Math.round(1 / step), Math.ceil(high / step + 0.25));
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
  return { range: [ticks[0]!, ticks.at(-1)!], ticks };
}

/** The logarithmic axis that holds these counts, with ticks at 1, 2 and 5 times powers of ten. */
export function countAxis(counts: readonly number[]): { range: [number, number]; ticks: number[] } {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  // Whatever lies on an end has room for its mark and its name.
  const range: [number, number] = [least / 1.4, Math.max(most, least * 2) * 1.4];
  const ticks: number[] = [];
  for (let decade = 10 ** Math.floor(Math.log10(range[0])); decade <= range[1]; decade *= 10)
    for (const times of [1, 2, 5])
      if (decade * times >= range[0] && decade * times <= range[1]) ticks.push(decade * times);
  return { range, ticks };
}

/** The upper edge by weights alone: networks that are more accurate than every smaller one, from the smallest on. */
export function edgeByWeights<Network extends Costed>(networks: readonly Network[]): Network[] {
  const order = networks.toSorted((a, b) => a.weights - b.weights || b.accuracy - a.accuracy);
  let best = Number.NEGATIVE_INFINITY;
  return order.filter(({ accuracy }) => {
    if (accuracy <= best) return false;
    best = accuracy;
    return true;
  });
}

/** Half of a mark's side: its area grows with the logarithm of the examples. */
export function markHalf(examples: number, [least, most]: readonly [number, number], font: number): number {
  const share = most > least ? Math.log(examples / least) / Math.log(most / least) : 0.5;
  return font * Math.sqrt(0.3 + 0.7 * share) * 0.75;
}
