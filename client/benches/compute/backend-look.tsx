import type { MeasuredBackend } from '@/protocol/measurement';

/** Each backend's colour, line and mark: never told apart by colour alone. */
export const BACKEND_LOOK: Readonly<Record<MeasuredBackend, { colour: string; dash?: string }>> = {
  javascript: { colour: 'var(--series-8)' },
  wasm: { colour: 'var(--series-5)', dash: '7 3' },
  webgl: { colour: 'var(--series-1)' },
  webgpu: { colour: 'var(--series-4)', dash: '2 3' },
};

interface Props {
  backend: MeasuredBackend;
  x: number;
  y: number;
  /** Half its height. */
  r?: number;
  hollow?: boolean;
  opacity?: number;
}

/** A backend's mark: circle, square, triangle or diamond. */
export function BackendMark({ backend, x, y, r = 4.5, hollow = false, opacity }: Props) {
  const { colour } = BACKEND_LOOK[backend];
  return (
    <path
      d={MARKS[backend](x, y, r)}
      fill={hollow ? 'var(--surface-raised)' : colour}
      stroke={colour}
      strokeWidth={hollow ? 1.75 : 0}
      opacity={opacity}
    />
  );
}

const MARKS: Readonly<Record<MeasuredBackend, (x: number, y: number, r: number) => string>> = {
  javascript: (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  wasm: (x, y, r) => `M${x - 0.88 * r} ${y - 0.88 * r}h${1.76 * r}v${1.76 * r}h${-1.76 * r}Z`,
  webgl: (x, y, r) => `M${x} ${y - 1.2 * r}L${x + 1.15 * r} ${y + 0.85 * r}H${x - 1.15 * r}Z`,
  webgpu: (x, y, r) =>
    `M${x} ${y - 1.25 * r}L${x + 1.25 * r} ${y}L${x} ${y + 1.25 * r}L${x - 1.25 * r} ${y}Z`,
};
