'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StudentMark } from '@/client/ui/student-mark';
import type { Watched } from '@/protocol/sight';
import type { OwnHelp } from '@/protocol/views';
import { usePartnerText } from './help/use-partner-text';

const PILL =
  'flex max-w-[92vw] items-center gap-2 rounded-full px-3.5 py-1 text-sm font-semibold shadow-popup';

/**
 * Says over the page who looks at this bench and who helps, for as long as it is so. It hangs from the bar on top, whatever its height, and covers
 * none of its buttons; it takes no room, so that nothing moves under a hand, and lets presses through.
 */
export function BenchNotes({ watched, help }: { watched: Watched; help: OwnHelp | null }) {
  const t = useTranslations('classroom.watched');
  const partner = usePartnerText(help);
  return (
    <div
      role="status"
      data-bench-notes=""
      className="page-width pointer-events-none sticky top-1 z-30 flex h-0 w-full translate-y-1 flex-col items-end gap-1 md:items-center"
    >
      {watched !== 'nobody' && (
        <p data-testid="watched" data-by={watched} className={`${PILL} bg-ink text-surface`}>
          <Eye aria-hidden="true" className="size-4 shrink-0" />
          <span className="truncate">{t(watched)}</span>
        </p>
      )}
      {partner !== null && help?.partner && (
        <p data-testid="help-partner" className={`${PILL} bg-accent text-on-accent`}>
          <StudentMark mark={help.partner.mark} className="size-5" />
          <span translate="no" className="truncate">
            {partner}
          </span>
        </p>
      )}
    </div>
  );
}
