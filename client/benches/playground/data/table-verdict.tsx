'use client';

import { useTranslations } from 'use-intl';
import { Notice } from '@/client/ui/notice';
import { PointThumbnail } from './point-thumbnail';
import type { ReadTable } from './read-brought';
import { useFaultWords } from './use-fault-words';
import { useTableWords } from './use-table-words';

/** What will be trained, in a sentence; or what stands in the way. */
export function TableVerdict({ read: { columns, choice, points } }: { read: ReadTable }) {
  const t = useTranslations('playground');
  const faultWords = useFaultWords();
  const words = useTableWords();
  if (!points.ok) {
    const { fault, because, gaps } = points;
    return (
      <Notice tone="error" title={t('own.wrong')}>
        {[
          faultWords(fault),
          ...(because ? [faultWords(because)] : []),
          ...(gaps > 0 ? [t('own.will.gaps', { count: gaps })] : []),
        ].join(' ')}
      </Notice>
    );
  }
  const { data, counts } = points;
  const named = (role: 'x' | 'y' | 'label') => {
    const column = columns.find((_, i) => choice.roles[i] === role);
    return column ? words.nameOf(column) : '';
  };
  const alike = words.alike(data.classNames);
  return (
    <div className="flex items-start gap-3">
      <span className="block w-16 shrink-0 rounded-sm border border-line bg-surface-raised">
        <PointThumbnail points={data.points} />
      </span>
      <div className="min-w-0 text-sm">
        <p className="text-xs font-semibold text-ink-soft">{t('own.will.title')}</p>
        <div role="status" className="break-words">
          <p className="font-semibold" data-testid="will-train">
            {[words.will(data, counts, named('label')), ...words.changed(counts)].join(' ')}
          </p>
          {alike && <p className="font-medium text-warn">{alike}</p>}
        </div>
        {words.line(data) && <p className="text-ink-soft">{words.line(data)}</p>}
        {data.more.length > 0 && (
          <p className="text-ink-soft">{t('own.will.plane', { x: named('x'), y: named('y') })}</p>
        )}
      </div>
    </div>
  );
}
