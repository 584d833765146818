'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useMay } from '@/client/console/may';
import { broken } from '@/client/i18n/broken';
import { useAwardWords } from '@/client/reveal/use-award-words';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import { StudentMark } from '@/client/ui/student-mark';
import type { DeskAward } from '@/protocol/reveal-views';

/** The awards as the teacher sees them before the class does; each can be withheld until it is shown. */
export function AwardDesk({ awards }: { awards: readonly DeskAward[] }) {
  const t = useTranslations('reveal.desk');
  const words = useAwardWords();
  const { ask, nameOf, offlineReason } = useConsole();
  const leads = useMay('lead');
  if (awards.length === 0) return <p className="text-sm text-ink-soft">{t('awardsNone')}</p>;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-base">{t('awards')}</h3>
      <ul className="flex flex-col divide-y divide-line" data-testid="award-desk">
        {awards.map((award) => {
          const { title, why } = words(award.evidence);
          return (
            <li
              key={award.evidence.kind}
              data-award={award.evidence.kind}
              className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2 text-sm"
            >
              <StudentMark mark={award.mark} className="size-6" />
              <span className="min-w-0 flex-1 basis-52">
                <span className={classNames('block', award.withheld && 'text-ink-soft line-through')}>
                  <span className="font-semibold">{title}</span>
                  <span>{' · '}</span>
                  <span translate="no">{nameOf(award)}</span>
                </span>
                <span className="tabular block text-ink-soft">{broken(why)}</span>
              </span>
              {award.shown ? (
                <span className="text-ink-soft">{t('shown')}</span>
              ) : leads ? (
                <Button
                  size="sm"
                  aria-label={`${t(award.withheld ? 'give' : 'withhold')}: ${title}`}
                  disabledReason={offlineReason}
                  onClick={() =>
                    ask({ type: 'reveal:withhold', award: award.evidence.kind, withheld: !award.withheld })
                  }
                >
                  {t(award.withheld ? 'give' : 'withhold')}
                </Button>
              ) : (
                award.withheld && <span className="text-ink-soft">{t('withheld')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
