import { writeNumber } from '@/client/benches/numbers/number-text';
import { step } from '@/engine/perceptron/perceptron';

/** Where the box stands in the diagram. */
export const STEP_BOX = { left: 322, top: 84, width: 78, height: 68 };

/** The step function with θ in its middle; the dot says on which side the sum lies. */
export function StepBox({ sum, threshold }: { sum: number; threshold: number }) {
  const { left, top, width, height } = STEP_BOX;
  const middle = left + width / 2;
  const answer = step(sum, threshold);
  // Far sums stay in the box: what counts is the side.
  const away = Math.max(-1, Math.min(1, (sum - threshold) / 2.5));
  const low = top + height - 18;
  const high = top + 16;
  return (
    <g>
      <rect
        x={left}
        y={top}
        width={width}
        height={height}
        rx="8"
        fill="var(--surface-raised)"
        stroke="var(--ink)"
        strokeWidth="2"
      />
      <path
        d={`M${left + 8} ${low}H${middle}V${high}H${left + width - 8}`}
        fill="none"
        stroke="var(--ink-soft)"
        strokeWidth="2.5"
        strokeLinejoin="round"
      />
      <path
        d={`M${middle} ${low}V${low + 6}`}
        stroke="var(--accent)"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <circle
        cx={middle + away * (width / 2 - 12)}
        cy={answer === 1 ? high : low}
        r="6"
        fill={answer === 1 ? 'var(--positive)' : 'var(--negative)'}
        stroke="var(--surface-raised)"
        strokeWidth="1.5"
      />
      <text
        x={middle}
        y={top + height + 20}
        textAnchor="middle"
        fontSize="15"
        fontWeight="600"
        fill="var(--accent)"
        className="tabular"
      >
        {`θ = ${writeNumber(threshold)}`}
      </text>
    </g>
  );
}
