'use client';

import { useTranslations } from 'use-intl';
import { ActivityBadge } from '@/client/console/activity-badge';
import { useConsole } from '@/client/console/console-context';
import { useFollowedStudent } from '@/client/console/use-followed-student';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { ShownBench } from '@/client/lesson/shown-bench';
import { usePoolLabels } from '@/client/lesson/use-pool-labels';
import { Notice } from '@/client/ui/notice';
import { Spinner } from '@/client/ui/spinner';
import type { RosterEntry, TeacherView } from '@/protocol/views';
import { ShoulderActions } from './shoulder-actions';
import { useSight } from './use-sight';

interface Props {
  view: TeacherView;
  student: RosterEntry;
}

/** What the student's bench shows now, and that the student is told so. */
export function ShoulderBench({ view, student }: Props) {
  const t = useTranslations('shoulder');
  const refusalText = useRefusalText();
  const { session } = useConsole();
  const lesson = useClassLesson(view.class);
  const { live } = useFollowedStudent(student.id);
  const { sight, refusal } = useSight(student.id);
  const labels = usePoolLabels(session, lesson);
  const at = lesson?.steps.findIndex(({ id }) => id === sight?.stepId) ?? -1;
  const step = lesson?.steps[at];
  const away = live?.activity === 'disconnected';
  return (
    <div className="flex flex-col gap-3">
      <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
        <ActivityBadge activity={live?.activity ?? 'connected'} />
        {step && <span>{t('step', { number: at + 1, title: step.text.title })}</span>}
        <span>{t(away ? 'away' : 'told')}</span>
      </div>
      <ShoulderActions view={view} student={student} seen={sight !== null} />
      {refusal !== null ? (
        <Notice tone="error">{refusalText(refusal)}</Notice>
      ) : sight && lesson ? (
        <ShownBench lesson={lesson} seed={view.class.dealSeed} sight={sight} labels={labels} />
      ) : (
        <div className="graph-paper grid min-h-[50dvh] place-items-center rounded-lg border border-line">
          <Spinner label={t('waiting')} className="size-8 text-ink-soft" />
        </div>
      )}
    </div>
  );
}
