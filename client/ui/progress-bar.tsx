import { classNames } from './class-names';

export interface ProgressProps {
  /** What progresses; read out. */
  label: string;
  /** 0…1, or `null` while the length is unknown. */
  value: number | null;
  /** What a reader says instead of a percentage: “step 40 of 200”. */
  valueText?: string;
  className?: string;
}

/** How far along it is. */
export function ProgressBar({ label, value, valueText, className }: ProgressProps) {
  const share = value === null ? null : Math.min(1, Math.max(0, value));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      aria-valuetext={valueText}
      // A background as long as it is far: it is painted anew without being laid out, clipped or moved.
      className={classNames(
        'h-2 w-full rounded-full border border-line-strong bg-surface-sunken bg-linear-[var(--accent),var(--accent)] bg-no-repeat',
        share === null && 'animate-breathe',
        className,
      )}
      style={{ backgroundSize: `${(share ?? 1) * 100}% 100%` }}
    />
  );
}
