'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type RaceWords, useRaceWords } from '@/client/challenge/race/use-race-words';
import { clockText } from '@/client/i18n/clock-text';
import { Card } from '@/client/ui/card';
import { classNames } from '@/client/ui/class-names';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { BookmarkTools } from './bookmark-tools';
import { isOfGroup, MARK_GROUPS, type MarkGroup, type ReplayMark } from './replay-marks';
import type { BookmarkDeeds } from './use-replay-bookmarks';

interface Props {
  marks: readonly ReplayMark[];
  /** The moment that is shown. */
  at: number;
  /** A moment as a time from the beginning. */
  write(at: number): string;
  onGo(at: number): void;
  /** What may be done to marked moments; null: whoever looks only looks. */
  deeds: BookmarkDeeds | null;
}

/** What stood out, in order; each leads to its moment. */
export function ReplayMarks({ marks: all, at, write, onGo, deeds }: Props) {
  const t = useTranslations('review.replay');
  const race = useRaceWords();
  const words = (mark: ReplayMark): string => {
    switch (mark.kind) {
      case 'bookmark':
        return mark.note !== ''
          ? t('mark.note', { note: mark.note })
          : mark.stepNumber === null
            ? t('mark.bookmark')
            : t('mark.bookmarkAt', { step: mark.stepNumber });
      case 'message':
        return t('mark.message', { text: mark.text });
      case 'begun':
      case 'ended':
      case 'paused':
      case 'resumed':
        return t(`mark.${mark.kind}`);
      case 'step':
        return t('mark.step', { step: mark.stepNumber });
      case 'countdown':
        return t('mark.countdown', { time: clockText(mark.seconds) });
      case 'screen':
        return t('mark.screen', { view: t(`views.${mark.view}`) });
      case 'vote':
        return t('mark.vote', { phase: mark.phase });
      case 'race':
        return t('mark.race', { about: raceText(race(mark.rules)) });
      case 'set-up':
        return mark.to === null ? t('mark.setUp') : t('mark.setUpTo', { count: mark.to });
      case 'snapshot':
        return mark.caption === ''
          ? t('mark.snapshot', { name: mark.student.nickname })
          : t('mark.snapshotNamed', { name: mark.student.nickname, caption: mark.caption });
      case 'left':
      case 'lost':
        return t(`mark.${mark.kind}`, { name: mark.student.nickname, count: mark.count });
      default:
        return t(`mark.${mark.kind}`, { name: mark.student.nickname });
    }
  };
  const [group, setGroup] = useState<MarkGroup>('all');
  const marks = all.filter((mark) => isOfGroup(mark, group));
  const current = marks.findLastIndex((mark) => mark.at <= at);
  return (
    <Card as="section" title={t('marks')} flush>
      <SegmentedControl
        label={t('markGroup.label')}
        value={group}
        onChange={setGroup}
        segments={MARK_GROUPS.map((one) => ({ value: one, label: t(`markGroup.${one}`) }))}
        className="px-4 pb-3 sm:px-5"
      />
      <ol className="max-h-80 overflow-y-auto border-t border-line py-1">
        {marks.map((mark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: moments stand in their order.
          <li key={index} className={classNames('flex items-center', index === current && 'bg-accent-soft')}>
            <button
              type="button"
              onClick={() => onGo(mark.at)}
              aria-current={index === current ? 'time' : undefined}
              className={classNames(
                'flex min-w-0 flex-1 items-baseline gap-3 px-4 py-1.5 text-left text-sm hover:bg-surface-sunken focus-visible:-outline-offset-3 sm:px-5 pointer-coarse:min-h-11',
                mark.at > at && 'text-ink-soft',
                index === current && 'font-semibold',
              )}
            >
              <span className="tabular shrink-0">{write(mark.at)}</span>
              <span translate={mark.kind === 'bookmark' || mark.kind === 'message' ? 'no' : undefined}>
                {words(mark)}
              </span>
            </button>
            {mark.kind === 'bookmark' && deeds && (
              <BookmarkTools mark={mark} time={write(mark.at)} deeds={deeds} />
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What it was about, and then who ranked and what was limited. */
const raceText = ({ about, limits }: RaceWords) => [about, ...limits].join(' · ');
