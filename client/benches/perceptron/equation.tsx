import { writeNumber } from '@/client/benches/numbers/number-text';
import { type Perceptron, step, weightedSum } from '@/engine/perceptron/perceptron';

/** A factor of a product: negative ones in brackets, as on paper. */
function factor(value: number): string {
  return value < 0 ? `(${writeNumber(value)})` : writeNumber(value);
}

/** The picture in numbers: 1 × 1 + 0 × 1 = 1 < 1.5 → 0. */
export function Equation({ perceptron, inputs }: { perceptron: Perceptron; inputs: readonly number[] }) {
  const sum = weightedSum(perceptron, inputs);
  const answer = step(sum, perceptron.threshold);
  const products = inputs.map((value, i) => `${factor(value)} × ${factor(perceptron.weights[i]!)}`);
  return (
    <p
      translate="no"
      className="tabular flex min-h-6 flex-wrap items-baseline justify-center gap-x-1.5 text-center text-sm"
    >
      <span className="text-ink-soft">{`${products.join(' + ')} =`}</span>
      <span className="font-bold">{writeNumber(sum)}</span>
      <span>{`${answer === 1 ? '≥' : '<'} θ = ${writeNumber(perceptron.threshold)}`}</span>
      <span aria-hidden="true">→</span>
      <span className={answer === 1 ? 'font-bold text-positive' : 'font-bold text-negative'}>
        {`y = ${answer}`}
      </span>
    </p>
  );
}
