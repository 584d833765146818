'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { May } from '@/client/console/may';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import type { WrittenLesson } from '@/lessons/written';
import type { TeacherView } from '@/protocol/views';
import { SnapshotDialog } from './snapshot-dialog';
import { SnapshotRow } from './snapshot-row';

interface Props {
  view: TeacherView;
  lesson: WrittenLesson;
}

/** What was kept of students' benches: put in an order, named, and shown on the projector one by one. Nothing while there is none. */
export function SnapshotsCard({ view, lesson }: Props) {
  const t = useTranslations('shoulder.snapshots');
  const { ask, offlineReason } = useConsole();
  const [openId, setOpenId] = useState<string | null>(null);
  const { snapshots, screen } = view;
  if (snapshots.length === 0) return null;
  const shownId = screen.view === 'snapshot' ? screen.argument : null;
  const at = snapshots.findIndex(({ id }) => id === shownId);
  const show = (id: string | null) =>
    void ask(
      id === null
        ? { type: 'screen:show', view: 'auto', argument: null, pinned: false }
        : { type: 'screen:show', view: 'snapshot', argument: id, pinned: true },
    );
  const step = (by: 1 | -1) => show(snapshots[at + by]!.id);
  return (
    <Card as="section" title={t('title')} data-testid="snapshots">
      <ol aria-label={t('list')} className="flex flex-col divide-y divide-line">
        {snapshots.map((snapshot, place) => (
          <SnapshotRow
            key={snapshot.id}
            snapshot={snapshot}
            place={place}
            count={snapshots.length}
            student={view.roster.find(({ id }) => id === snapshot.studentId) ?? null}
            shown={snapshot.id === shownId}
            onShow={show}
            onLook={() => setOpenId(snapshot.id)}
          />
        ))}
      </ol>
      <May least="lead">
        {at >= 0 && (
          <div className="mt-3 flex gap-2">
            <Button
              size="sm"
              icon={<ChevronLeft aria-hidden="true" />}
              disabled={at === 0 || offlineReason !== undefined}
              onClick={() => step(-1)}
            >
              {t('previous')}
            </Button>
            <Button
              size="sm"
              icon={<ChevronRight aria-hidden="true" />}
              disabled={at === snapshots.length - 1 || offlineReason !== undefined}
              onClick={() => step(1)}
            >
              {t('next')}
            </Button>
          </div>
        )}
      </May>
      <SnapshotDialog
        snapshot={snapshots.find(({ id }) => id === openId) ?? null}
        lesson={lesson}
        seed={view.class.dealSeed}
        onClose={() => setOpenId(null)}
      />
    </Card>
  );
}
