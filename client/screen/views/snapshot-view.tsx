'use client';

import { useTranslations } from 'use-intl';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { useSnapshotSight } from '@/client/lesson/use-snapshot-sight';
import { BenchOnWall } from './bench-on-wall';
import type { ScreenViewProps } from './screen-view';

/** A snapshot with its caption. */
export default function SnapshotView(props: ScreenViewProps) {
  const t = useTranslations('screen.bench');
  const { session, view } = props;
  const lesson = useClassLesson(view.class);
  const snapshot = view.bench?.snapshot ?? null;
  const sight = useSnapshotSight(session.sights, snapshot?.id ?? null);
  if (!snapshot) return null;
  const { number, count, caption, stepId } = snapshot;
  const step = lesson?.steps.find(({ id }) => id === stepId);
  return (
    <BenchOnWall
      {...props}
      sight={sight}
      over={t('snapshot', { number, count })}
      title={caption || (step?.text.title ?? t('snapshot', { number, count }))}
    />
  );
}
