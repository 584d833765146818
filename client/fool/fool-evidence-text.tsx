'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import type { FoolEvidence, FoolNow } from '@/protocol/fool-views';
import { useFoolWords } from './fool-words';

interface Props {
  game: Pick<FoolNow, 'dataset'>;
  one: FoolEvidence;
  name: string;
}

/** All that speaks for a drawing, for teachers. */
export function FoolEvidenceText({ game, one, name }: Props) {
  const t = useTranslations('fool');
  const words = useFoolWords(game);
  const { answers, networks } = words.tile(one);
  const said = (counts: readonly number[]) =>
    counts
      .flatMap((count, at) =>
        count > 0 ? [t('saidCount', { label: words.labels[at] ?? t('cannotTell'), count })] : [],
      )
      .join(t('join'));
  return (
    <span className="min-w-0 flex-1" data-verdict={one.removed ? 'removed' : one.verdict}>
      <span translate="no" className="block font-semibold">
        {name}
      </span>
      <span className="block font-semibold">{answers}</span>
      <span className="tabular block">
        {one.asked > 0 ? t('with', { told: networks, said: said(one.said) }) : networks}
      </span>
      <span className="tabular block">
        {one.judged > 0 ? t('with', { told: words.people(one), said: said(one.people) }) : t('notJudged')}
      </span>
      <span className="block font-semibold">
        {broken(
          one.removed
            ? t('verdict.removed')
            : one.points > 0
              ? t('points', { count: one.points })
              : t(`verdict.${one.verdict}`),
        )}
      </span>
    </span>
  );
}
