'use client';

import { useTranslations } from 'use-intl';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { RANKINGS } from '@/protocol/commands';
import type { TeacherView } from '@/protocol/views';
import { useConsole } from './console-context';
import { useWished } from './use-wished';

/** How the class sees its board: by name, by mark, or not at all. */
export function BoardShown({ view }: { view: TeacherView }) {
  const t = useTranslations('console.settings');
  const { ask, offlineReason } = useConsole();
  const [ranking, wish] = useWished(view.class.ranking);
  return (
    <SegmentedControl
      label={t('ranking')}
      labelVisible
      value={ranking}
      disabled={offlineReason !== undefined}
      onChange={(next) => wish(next, ask({ type: 'class:rank', ranking: next }))}
      segments={RANKINGS.map((value) => ({ value, label: t(value) }))}
    />
  );
}
