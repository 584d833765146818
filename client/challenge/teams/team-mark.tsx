import { classNames } from '@/client/ui/class-names';
import { wrapIndex } from '@/client/ui/glyphs';

interface Props {
  /** 0…7 is series-1…8; wraps. */
  colour: number;
  /** Class names; the size is given here. */
  className?: string;
}

/** A team: round and with two heads, where a student's mark is square. Its name stands beside it. */
export function TeamMark({ colour, className = 'size-6' }: Props) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={classNames('shrink-0', className)}>
      <circle cx="12" cy="12" r="12" fill={`var(--series-${wrapIndex(colour, 8) + 1})`} />
      <g fill="var(--on-series)">
        <circle cx="8.6" cy="9" r="2.6" />
        <circle cx="15.4" cy="9" r="2.6" />
        <path d="M3.9 17.6a4.7 4.7 0 0 1 7.6-3.7 6.6 6.6 0 0 0-1.9 3.7zM11.1 17.6a4.5 4.5 0 0 1 9 0z" />
      </g>
    </svg>
  );
}
