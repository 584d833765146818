import { useId } from 'react';
import type { Elements } from '@/client/ui/elements';

/** A part of a report: no box around it, so that it reads on paper. */
export function ReportSection({ title, children }: { title: string; children: Elements }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-2 text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}
