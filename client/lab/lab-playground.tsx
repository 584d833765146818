'use client';

import { useTranslations } from 'use-intl';
import { BenchWaiting } from '@/client/benches/playground/bench-waiting';
import { useBenchModel } from '@/client/benches/playground/model/use-bench-model';
import { PlaygroundSheet } from '@/client/benches/playground/playground-sheet';
import { useAnnouncer } from '@/client/lesson/use-announcer';
import { LiveRegion } from '@/client/ui/live-region';
import { DEFAULT_SETUP } from '@/engine/playground/setup';
import { LAB_PLACE } from './lab-place';

/** The 2-D playground with everything open; its setup is the page's address. */
export function LabPlayground() {
  const t = useTranslations('playground');
  const [said, announce] = useAnnouncer();
  const bench = useBenchModel({ place: LAB_PLACE, initial: DEFAULT_SETUP, link: 'lab' });
  return (
    <>
      {bench ? (
        <PlaygroundSheet
          bench={bench}
          label={t('label')}
          held={null}
          hidden={[]}
          announce={announce}
          takesLinks
        />
      ) : (
        <BenchWaiting />
      )}
      <LiveRegion>{said}</LiveRegion>
    </>
  );
}
