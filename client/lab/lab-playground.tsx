'use client';

import { useTranslations } from 'use-intl';
import { BenchWaiting } from '@/client/benches/playground/bench-waiting';
import { useBenchModel } from '@/client/benches/playground/model/use-bench-model';
import { PlaygroundSheet } from '@/client/benches/playground/playground-sheet';
import { useAnnouncer } from '@/client/lesson/use-announcer';
import { LiveRegion } from '@/client/ui/live-region';
import { DEFAULT_SETUP } from '@/engine/playground/setup';

/** One lab a browser: what is kept of it needs no seed. */
const PLACE = { kind: 'alone', seed: 0, lessonId: 'lab', stepId: 'playground', held: null } as const;

/** The 2-D playground with everything open; its setup is the page's address. */
export function LabPlayground() {
  const t = useTranslations('playground');
  const [said, announce] = useAnnouncer();
  const bench = useBenchModel({ place: PLACE, initial: DEFAULT_SETUP, link: 'lab' });
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
