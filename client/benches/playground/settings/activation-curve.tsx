import { activationRule, type UnitActivation } from '@/engine/dense/activations';

const REACH = 3;
const SIZE = 32;

/** The shape of an activation function, from −3 to 3: decoration beside its name. */
export function ActivationCurve({ activation }: { activation: UnitActivation }) {
  const { f } = activationRule(activation);
  const steps = 48;
  const path = Array.from({ length: steps + 1 }, (_, i) => {
    const z = -REACH + (2 * REACH * i) / steps;
    const x = (i / steps) * SIZE;
    // −1.5 to 1.5 from the lower edge to the upper one; what goes beyond is cut.
    const y = SIZE / 2 - (Math.min(1.5, Math.max(-1.5, f(z))) / 1.5) * (SIZE / 2 - 2);
    return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
  }).join('');
  return (
    <svg
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      aria-hidden="true"
      className="size-8 shrink-0 rounded-sm border border-line bg-surface-raised"
    >
      <path
        d={`M0 ${SIZE / 2}H${SIZE}M${SIZE / 2} 0V${SIZE}`}
        stroke="var(--line)"
        strokeWidth="1"
        fill="none"
      />
      <path d={path} stroke="var(--accent)" strokeWidth="2" fill="none" strokeLinejoin="round" />
    </svg>
  );
}
