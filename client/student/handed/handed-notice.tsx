'use client';

import { PackageOpen, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ShareOfRows } from '@/client/benches/frame/share-of-rows';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import type { WrittenLesson } from '@/lessons/written';
import type { Handed } from './use-handed-set-up';

interface Props {
  handed: Handed;
  lesson: WrittenLesson;
  onStep(at: number): void;
}

/** Who helps, or looks, is told over the page: its words stand below that. */
const NOTICE =
  'mb-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md border border-accent bg-accent-soft px-3 py-1.5 text-sm [:has(>[data-bench-notes]>p)_&]:mt-7';

/** That the teacher has put something on the bench, and the way back; keep it mounted, so that readers hear it. */
export function HandedNotice({ handed, lesson, onStep }: Props) {
  const t = useTranslations('classroom.handed');
  const numbers = useNumbers();
  const rowsText = ({ some, of }: ShareOfRows) => ({ some: numbers.integer(some), of: numbers.integer(of) });
  const at = lesson.steps.findIndex(({ id }) => id === handed.waitsAt);
  return (
    <div role="status" className="empty:hidden">
      {handed.stands ? (
        <div data-testid="handed" className={NOTICE}>
          <PackageOpen aria-hidden="true" className="size-5 shrink-0 text-accent" />
          <span className="min-w-0 flex-1 basis-52 font-semibold">
            <span className="block">{t('stands')}</span>
            {handed.rows && <span className="block font-normal">{t('rows', rowsText(handed.rows))}</span>}
            {handed.missing && <span className="block font-normal">{t('missing')}</span>}
          </span>
          {handed.missing && (
            <Button size="sm" look="primary" onClick={handed.again}>
              {t('again')}
            </Button>
          )}
          <Button size="sm" icon={<Undo2 aria-hidden="true" />} onClick={handed.undo}>
            {t('undo')}
          </Button>
          <Button size="sm" look="quiet" onClick={handed.agree}>
            {t('agree')}
          </Button>
        </div>
      ) : at >= 0 ? (
        <div data-testid="handed-elsewhere" className={NOTICE}>
          <PackageOpen aria-hidden="true" className="size-5 shrink-0 text-accent" />
          <span className="min-w-0 flex-1 basis-52 font-semibold">{t('waits', { step: at + 1 })}</span>
          <Button size="sm" onClick={() => onStep(at)}>
            {t('go')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
