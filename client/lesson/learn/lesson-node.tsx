import { Check, FlaskConical } from 'lucide-react';

interface Props {
  /** Null: no lesson, all of them together. */
  number: number | null;
  /** 0…1: how much of it is done. */
  share: number;
  /** Nothing comes after it: no edge goes on. */
  last?: boolean;
}

const RADIUS = 20;
const ROUND = 2 * Math.PI * RADIUS;

/** A lesson as a unit in a chain: its ring fills as steps are done, its edge leads to the next. Decoration. */
export function LessonNode({ number, share, last = false }: Props) {
  return (
    <div aria-hidden="true" className="relative">
      {!last && (
        <span className="absolute top-11 bottom-0 left-1/2 w-0.5 -translate-x-1/2 bg-line-strong group-hover/row:bg-accent" />
      )}
      <svg aria-hidden="true" viewBox="0 0 48 48" className="relative mx-auto block size-11">
        <circle
          cx="24"
          cy="24"
          r={RADIUS}
          className="fill-surface-raised stroke-line-strong"
          strokeWidth="2"
        />
        {share > 0 && (
          <circle
            cx="24"
            cy="24"
            r={RADIUS}
            fill="none"
            className="stroke-accent"
            strokeWidth="4"
            strokeDasharray={`${share * ROUND} ${ROUND}`}
            transform="rotate(-90 24 24)"
          />
        )}
      </svg>
      <span className="tabular absolute top-0 left-1/2 grid size-11 -translate-x-1/2 place-items-center font-display text-base font-bold">
        {share >= 1 ? (
          <Check className="size-5 text-accent" strokeWidth={3} />
        ) : (
          (number ?? <FlaskConical className="size-5" />)
        )}
      </span>
    </div>
  );
}
