'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { KnobDesk } from '@/protocol/knob-views';
import { useKnobWords } from './knob-words';

interface Props {
  knob: Pick<KnobDesk, 'setting' | 'points'>;
  /** How a student is called here; null: it is not known. */
  nameOf(studentId: string): string | null;
  /** Where the run behind a point stands; left out: nowhere that can be opened from here. */
  runPath?(runId: string): string;
}

/** Whose network each point is, and the run behind it. For teachers. */
export function KnobPoints({ knob: { setting, points }, nameOf, runPath }: Props) {
  const t = useTranslations('knob');
  const numbers = useNumbers();
  const words = useKnobWords();
  if (points.length === 0) return null;
  return (
    <details className="mt-3 text-sm" data-testid="knob-points">
      <summary className="cursor-pointer font-semibold">{t('list')}</summary>
      <ol className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {points.map(({ studentId, runId, value, accuracy }) => {
          const name = nameOf(studentId);
          if (name === null) return null;
          const row = t('row', { name, value: words.write(setting, value) });
          return (
            <li key={runId} className="flex min-w-0 justify-between gap-3">
              {runPath ? (
                <a href={runPath(runId)} translate="no" className="min-w-0 truncate underline">
                  {row}
                </a>
              ) : (
                <span translate="no" className="min-w-0 truncate">
                  {row}
                </span>
              )}
              <span className="tabular">{numbers.percent(accuracy)}</span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
