'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Watched } from '@/protocol/sight';

/** Says that somebody looks at this bench, for as long as it is so; covers nothing that a hand needs. */
export function WatchedNote({ watched }: { watched: Watched }) {
  const t = useTranslations('classroom.watched');
  return (
    <div role="status" className="pointer-events-none fixed top-15 left-1/2 z-30 -translate-x-1/2 md:top-3">
      {watched !== 'nobody' && (
        <p
          data-testid="watched"
          data-by={watched}
          className="flex items-center gap-2 rounded-full bg-ink px-3.5 py-1 text-sm font-semibold whitespace-nowrap text-surface shadow-popup"
        >
          <Eye aria-hidden="true" className="size-4 shrink-0" />
          <span>{t(watched)}</span>
        </p>
      )}
    </div>
  );
}
