'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { BenchOnWall } from './bench-on-wall';
import type { ScreenViewProps } from './screen-view';

/** One student's bench, live. */
export default function SpotlightView(props: ScreenViewProps) {
  const t = useTranslations('screen.bench');
  const { session, view } = props;
  const lesson = useClassLesson(view.class);
  const read = useCallback(() => session.sights.sightOf(null), [session]);
  const sight = useSyncExternalStore(session.sights.onSight, read, read);
  const step = lesson?.steps.find(({ id }) => id === sight?.stepId);
  return (
    <BenchOnWall {...props} sight={sight} over={t('spotlight')} title={step?.text.title ?? t('spotlight')} />
  );
}
