'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { classNames } from '@/client/ui/class-names';
import { StudentMark } from '@/client/ui/student-mark';
import type { RevealedAward } from '@/protocol/reveal-views';
import { useRevealNames } from './reveal-names';
import { useAwardWords } from './use-award-words';

interface Props {
  awards: readonly RevealedAward[];
  ownName?: string;
  /** On the wall. */
  wall?: boolean;
}

/** Awards that are shown, each with what speaks for it; on the wall the newest is the one to be read. */
export function AwardCards({ awards, ownName, wall = false }: Props) {
  const t = useTranslations('reveal');
  const words = useAwardWords();
  const nameOf = useRevealNames(ownName);
  return (
    <ol
      data-testid="reveal-awards"
      className={wall ? 'grid gap-x-[2.5vw] gap-y-[2vh] lg:grid-cols-2' : 'flex flex-col gap-3'}
    >
      {awards.map((award, index) => {
        const { title, why } = words(award.evidence);
        const newest = wall && index === awards.length - 1;
        return (
          <li
            key={award.evidence.kind}
            data-award={award.evidence.kind}
            aria-current={award.own ? 'true' : undefined}
            className={classNames(
              'flex min-w-0 items-start rounded-lg border',
              wall ? 'gap-[1.2vw] p-[1.2vw]' : 'gap-3 px-3 py-2.5 text-sm',
              newest || award.own ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
              newest && 'lg:col-span-2',
            )}
          >
            <StudentMark mark={award.mark} className={wall ? 'size-[clamp(2rem,3.2vw,4.5rem)]' : 'size-9'} />
            <span className="min-w-0 flex-1">
              <span className={classNames('block text-ink-soft', wall ? 'text-screen-sm leading-tight' : '')}>
                {broken(title)}
              </span>
              <span
                translate={award.nickname === null ? undefined : 'no'}
                className={classNames(
                  'block truncate font-semibold',
                  wall ? (newest ? 'text-screen leading-tight' : 'text-screen-sm') : 'text-base',
                )}
              >
                {nameOf(award)}
              </span>
              {(!wall || newest) && (
                <span className={classNames('tabular block', wall && 'text-screen-sm leading-tight')}>
                  {broken(why)}
                </span>
              )}
              {award.own && <span className="block font-semibold text-accent">{t('own.award')}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
