'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { broken } from '@/client/i18n/broken';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { LeakFigure } from '@/client/leak/leak-figure';
import { Button } from '@/client/ui/button';
import type { LeakDesk } from '@/protocol/leak-views';

interface Props {
  now: LeakDesk;
  called(studentId: string): string;
}

/** Drawings that their students let be shown, as the server read them: one press puts one on the wall, another takes it away. */
export function OfferedDrawings({ now, called }: Props) {
  const t = useTranslations('leak');
  const common = useTranslations('common');
  const { ask, offlineReason } = useConsole();
  const { labels } = useDatasetWords(now.dataset);
  return (
    <section aria-label={t('offered')} className="mt-4">
      <h3 className="mb-2 text-sm">{t('offered')}</h3>
      {now.offered.length === 0 && <p className="text-sm text-ink-soft">{broken(t('offeredNone'))}</p>}
      <ul className="flex flex-wrap gap-3" data-testid="leak-offered">
        {now.offered.map(({ studentId, pixels, label, shown }) => (
          <li key={studentId} className="flex flex-col items-start gap-1 text-xs" data-shown={shown}>
            <LeakFigure
              pixels={pixels}
              size={84}
              caption={common('labelled', { label: called(studentId), value: labels[label] ?? '' })}
            />
            {now.open && (
              <Button
                size="sm"
                disabledReason={offlineReason}
                aria-label={t(shown ? 'hideOf' : 'showOf', { name: called(studentId) })}
                onClick={() => void ask({ type: 'leak:show', leakId: now.id, studentId, shown: !shown })}
              >
                {t(shown ? 'hide' : 'show')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
