'use client';

import { useTranslations } from 'use-intl';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useMarkName } from '@/client/ui/use-mark-name';
import { FOOL } from '@/protocol/fool-rules';
import type { FoolNow, FoolTile, FoolWhose } from '@/protocol/fool-views';

/** What a game and its drawings are said to be. */
export function useFoolWords({ dataset }: Pick<FoolNow, 'dataset'>) {
  const t = useTranslations('fool');
  const { labels } = useDatasetWords(dataset);
  const markName = useMarkName();
  const named = ({ label, answer }: Pick<FoolTile, 'label' | 'answer'>) => ({
    label: labels[label] ?? '',
    answer: labels[answer] ?? '',
  });
  return {
    labels,
    /** By name, where names are shown, else by what the mark is called. */
    whose: ({ nickname, mark }: FoolWhose) => nickname ?? markName(mark),
    /** What the networks read, for who has drawn it. */
    came: (one: Pick<FoolTile, 'label' | 'answer' | 'right' | 'asked'>) => {
      const { right, asked } = one;
      if (one.label === one.answer) return t('came.right', named(one));
      return t(2 * right >= asked && asked > 0 ? 'came.alone' : 'came.many', { ...named(one), right, asked });
    },
    /** Under its picture. */
    tile: (one: Pick<FoolTile, 'label' | 'answer' | 'right' | 'asked'>) => ({
      answers: t('tile.answers', named(one)),
      networks: t('tile.networks', { wrong: one.asked - one.right + 1, of: one.asked + 1 }),
    }),
    /** Beside it on the wall: short lines. */
    wall: (one: FoolTile) => [
      t('wall.meant', named(one)),
      t('wall.leader', named(one)),
      t('wall.networks', { wrong: one.asked - one.right + 1, of: one.asked + 1 }),
      t('wall.people', { read: one.read, judged: one.judged }),
    ],
    people: ({ read, judged }: Pick<FoolTile, 'read' | 'judged'>) => t('tile.people', { read, judged }),
    rule: t('rule', { judges: FOOL.judges }),
  };
}
