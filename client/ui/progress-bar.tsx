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
      className={classNames(
        'h-2 w-full overflow-hidden rounded-full border border-line-strong bg-surface-sunken',
        className,
      )}
    >
      <div
        className={classNames('h-full origin-left bg-accent', share === null && 'animate-breathe')}
        style={{ transform: `scaleX(${share ?? 1})` }}
      />
    </div>
  );
}
