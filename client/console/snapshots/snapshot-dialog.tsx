'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { usePoolLabels } from '@/client/lesson/use-pool-labels';
import { useSnapshotSight } from '@/client/lesson/use-snapshot-sight';
import { Dialog } from '@/client/ui/dialog';
import { patiently } from '@/client/ui/patiently';
import { Spinner } from '@/client/ui/spinner';
import type { WrittenLesson } from '@/lessons/written';
import type { SnapshotEntry } from '@/protocol/snapshot';

/** What draws other people's benches comes when the first one is looked at. */
const LazyShownBench = dynamic(
  patiently(() => import('@/client/lesson/shown-bench').then((module) => module.ShownBench)),
  { ssr: false },
);

interface Props {
  /** Null: closed. */
  snapshot: SnapshotEntry | null;
  lesson: WrittenLesson;
  seed: number;
  onClose(): void;
}

/** A snapshot, large. */
export function SnapshotDialog({ snapshot, lesson, seed, onClose }: Props) {
  const t = useTranslations('shoulder');
  const { session } = useConsole();
  const labels = usePoolLabels(session, lesson);
  const sight = useSnapshotSight(session.sights, snapshot?.id ?? null);
  return (
    <Dialog
      open={snapshot !== null}
      onOpenChange={(open) => open || onClose()}
      size="xl"
      title={snapshot?.caption || t('snapshots.title')}
    >
      {sight ? (
        <LazyShownBench lesson={lesson} seed={seed} sight={sight} labels={labels} />
      ) : (
        <div className="grid min-h-[50dvh] place-items-center">
          <Spinner label={t('waiting')} className="size-8 text-ink-soft" />
        </div>
      )}
    </Dialog>
  );
}
