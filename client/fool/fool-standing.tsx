'use client';

import { useTranslations } from 'use-intl';
import type { FoolDesk } from '@/protocol/fool-views';

interface Props {
  standing: FoolDesk['standing'];
  /** How a student is called here. */
  called(studentId: string): string;
}

/** Points of everybody who has any, for teachers. */
export function FoolStanding({ standing, called }: Props) {
  const t = useTranslations('fool');
  if (standing.length === 0) return null;
  return (
    <div className="mt-3 text-sm" data-testid="fool-standing">
      <h3 className="text-sm">{t('foolers')}</h3>
      <ol className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {standing.map(({ studentId, rank, points }) => (
          <li key={studentId} className="flex gap-1.5">
            <span className="tabular">{t('rank', { rank })}</span>
            <span translate="no" className="font-semibold">
              {called(studentId)}
            </span>
            <span className="tabular text-ink-soft">{t('points', { count: points })}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
