'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { StudentMark } from '@/client/ui/student-mark';
import { useMarkName } from '@/client/ui/use-mark-name';
import type { Award } from './awards';

const TITLES = { climb: 'awardClimb', steady: 'awardSteady', first: 'awardFirst' } as const;

/** What deserves a hand beyond the first place. */
export function AwardList({ awards }: { awards: readonly Award[] }) {
  const t = useTranslations('screen');
  const numbers = useNumbers();
  const markName = useMarkName();
  if (awards.length === 0) return null;
  const valueText = ({ kind, value }: Award) =>
    kind === 'climb'
      ? t('awardClimbValue', { places: value })
      : kind === 'steady'
        ? t('awardSteadyValue', { difference: numbers.percent(value) })
        : null;
  return (
    <section className="flex flex-col gap-[2vh]">
      <h2 className="text-screen">{t('awards')}</h2>
      <ul className="flex flex-col gap-[2vh]">
        {awards.map((award) => (
          <li key={award.kind} className="flex items-center gap-[1.2vw] text-screen-sm">
            <StudentMark mark={award.row.mark} className="size-[2.4em]" />
            <span className="min-w-0">
              <span className="block font-semibold">{t(TITLES[award.kind])}</span>
              <span className="block text-ink-soft">
                {[award.row.nickname ?? markName(award.row.mark), valueText(award)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
