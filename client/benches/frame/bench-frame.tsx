'use client';

import { Card } from '@/client/ui/card';
import type { Elements } from '@/client/ui/elements';

interface Props {
  label: string;
  /** Why the bench waits, or null. */
  held: string | null;
  children: Elements;
}

/** The sheet on which a bench lies. While it is held, its controls take no input and the reason stands on top. */
export function BenchFrame({ label, held, children }: Props) {
  return (
    <Card as="section" graphPaper aria-label={label} className="relative">
      {held !== null && (
        <p
          data-testid="held-note"
          className="mx-auto mb-3 w-fit max-w-full rounded-md border border-line-strong bg-surface-sunken px-4 py-0.5 text-sm font-semibold shadow-card lg:absolute lg:inset-x-0 lg:-top-4 lg:z-10 lg:mb-0"
        >
          {held}
        </p>
      )}
      <fieldset disabled={held !== null} className="min-w-0">
        <legend className="sr-only">{label}</legend>
        {children}
      </fieldset>
    </Card>
  );
}
