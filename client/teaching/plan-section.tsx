import { useId } from 'react';
import { classNames } from '@/client/ui/class-names';
import type { Elements } from '@/client/ui/elements';

interface Props {
  title: string;
  /** Beside the title. */
  beside?: string;
  /** On paper it is on one page: it is short. */
  whole?: boolean;
  children: Elements;
}

/** A part of a plan: no box around it, so that it reads on paper. */
export function PlanSection({ title, beside, whole = false, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classNames('min-w-0', whole && 'break-inside-avoid')}>
      <div className="mb-2 flex break-after-avoid flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-line-strong pb-1">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {beside !== undefined && <p className="tabular text-sm text-ink-soft">{beside}</p>}
      </div>
      {children}
    </section>
  );
}
