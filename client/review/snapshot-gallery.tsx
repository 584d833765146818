'use client';

import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { Dialog } from '@/client/ui/dialog';
import { patiently } from '@/client/ui/patiently';
import { StudentMark } from '@/client/ui/student-mark';
import type { WrittenLesson } from '@/lessons/written';
import type { ClassReview } from './review-data';
import { SnapshotTools } from './snapshot-tools';
import { useSnapshotDeeds } from './use-snapshot-deeds';

/** What draws other people's benches comes when the first one is looked at. */
const LazyShownBench = dynamic(
  patiently(() => import('@/client/lesson/shown-bench').then((module) => module.ShownBench)),
  { ssr: false },
);

interface Props {
  review: Pick<ClassReview, 'id' | 'snapshots' | 'students' | 'dealSeed'>;
  lesson: WrittenLesson;
}

/** What was kept of students' benches, as the same benches show it, to be captioned, ordered and removed; nothing where nothing was. */
export function SnapshotGallery({ review, lesson }: Props) {
  const t = useTranslations('review.snapshots');
  const format = useFormatter();
  const [openId, setOpenId] = useState<string | null>(null);
  const { students, dealSeed } = review;
  const { snapshots, deeds } = useSnapshotDeeds(review.id, review.snapshots);
  const byId = useMemo(() => new Map(students.map((student) => [student.id, student])), [students]);
  const open = snapshots.find(({ id }) => id === openId) ?? null;
  if (snapshots.length === 0) return null;
  return (
    <Card as="section" title={t('title')}>
      <ol className="flex flex-col divide-y divide-line">
        {snapshots.map((snapshot, place) => {
          const { id, studentId, stepId, takenAt, caption } = snapshot;
          const student = byId.get(studentId);
          const at = lesson.steps.findIndex((step) => step.id === stepId);
          return (
            <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1.5 text-sm">
              <span className="tabular font-semibold">{place + 1}</span>
              {student && <StudentMark mark={student.mark} className="size-5" />}
              <span translate="no">
                {t('of', { name: student?.nickname ?? '–', time: format.dateTime(takenAt, 'time') })}
              </span>
              <span className="text-ink-soft">{at < 0 ? '' : t('step', { step: at + 1 })}</span>
              <span className="min-w-0 flex-1 basis-52 font-semibold">{caption}</span>
              <span className="ml-auto flex items-center gap-2">
                <Button
                  size="sm"
                  aria-haspopup="dialog"
                  aria-label={t('showOf', { number: place + 1 })}
                  onClick={() => setOpenId(id)}
                >
                  {t('show')}
                </Button>
                <SnapshotTools snapshot={snapshot} place={place} count={snapshots.length} deeds={deeds} />
              </span>
            </li>
          );
        })}
      </ol>
      <Dialog
        open={open !== null}
        onOpenChange={(next) => next || setOpenId(null)}
        size="xl"
        title={open?.caption || t('title')}
      >
        {open && (
          <LazyShownBench
            lesson={lesson}
            seed={dealSeed}
            sight={{ stepId: open.stepId, works: [...open.works] }}
          />
        )}
      </Dialog>
    </Card>
  );
}
