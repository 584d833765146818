'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Stat } from '@/client/ui/stat';
import type { ScreenView } from '@/protocol/views';
import { MarkWall } from './mark-wall';

interface Props {
  marks: ScreenView['marks'];
  /** Students who are here. */
  count: number;
}

/** Who is here, by marks alone, as long as a step has nothing else to tell: names want more room than there is beside a board. */
export function ScreenHere({ marks, count }: Props) {
  const t = useTranslations('screen');
  const numbers = useNumbers();
  const unnamed = useMemo(() => marks.map(({ mark }) => ({ mark, nickname: null })), [marks]);
  return (
    <div className="flex flex-col gap-[2.5vh]" data-testid="screen-here">
      <dl>
        <Stat size="screen" width={2} label={t('here')} value={numbers.integer(count)} />
      </dl>
      <MarkWall marks={unnamed} />
    </div>
  );
}
