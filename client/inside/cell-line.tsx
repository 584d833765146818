'use client';

import { Button } from '@/client/ui/button';

interface Props {
  /** What is under the cursor of a picture, in words. */
  words: string;
  /** What one tap on it does, for those who cannot hit a small cell. */
  action?: { label: string; act(): void };
}

/** The number in front of a picture, in words, and a button that opens it. Its room stays the same whatever it says. */
export function CellLine({ words, action }: Props) {
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1">
      <p aria-live="polite" className="tabular text-lg font-semibold first-letter:uppercase">
        {words}
      </p>
      {action && (
        <Button size="sm" onClick={action.act}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
