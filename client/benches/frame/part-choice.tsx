'use client';

import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { SegmentedControl } from '@/client/ui/segmented-control';

interface Props<Part extends string> {
  label: string;
  labelVisible?: boolean;
  value: Part;
  parts: readonly { value: Part; label: ReactNode }[];
  reached: ReadonlySet<string>;
  /** How “reached” is said to readers. */
  reachedWord: string;
  disabled?: boolean;
  onChange(part: NoInfer<Part>): void;
}

/** Which part of a challenge is worked on; parts that are reached carry a tick. */
export function PartChoice<Part extends string>({ parts, reached, reachedWord, ...control }: Props<Part>) {
  return (
    <SegmentedControl
      {...control}
      segments={parts.map(({ value, label }) => ({
        value,
        label: (
          <>
            <span>{label}</span>
            {reached.has(value) && (
              <>
                <CircleCheck aria-hidden="true" className="size-4 text-ok" />
                <span className="sr-only">{reachedWord}</span>
              </>
            )}
          </>
        ),
      }))}
    />
  );
}
