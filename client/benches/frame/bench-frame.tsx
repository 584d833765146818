'use client';

import type { ReactNode } from 'react';
import { Card } from '@/client/ui/card';

interface Props {
  label: string;
  /** Why the bench waits, or null. */
  held: string | null;
  children: ReactNode;
}

/** The sheet on which a bench lies. While it is held, its controls take no input and the reason stands on top. */
export function BenchFrame({ label, held, children }: Props) {
  return (
    <Card as="section" graphPaper aria-label={label} className="relative">
      {held !== null && (
        <p className="absolute inset-x-0 -top-4 z-10 mx-auto w-fit max-w-full rounded-md border border-line-strong bg-surface-sunken px-4 py-0.5 text-sm font-semibold shadow-card">
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
