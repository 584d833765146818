'use client';

import { useRouter } from 'next/navigation';
import { type ComponentProps, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PoolClassProvider } from '@/client/benches/pool/pool-class';
import { useClassLesson } from '@/client/lesson/given-lesson';
import type { ClassSnapshot, StudentSession } from '@/client/live/class-session';
import type { KnownStudent } from '@/client/live/credentials';
import { useSnapshot, useStudentSession } from '@/client/live/use-class-session';
import { TrainingProvider, useTraining } from '@/client/training/use-training';
import { Notice } from '@/client/ui/notice';
import { trainsPoints } from '@/lessons/benches';
import type { StudentView } from '@/protocol/views';
import { ClassFrame } from './class-frame';
import { ClassPhases } from './class-phases';
import { ClassRefused } from './class-refused';
import { Connecting } from './connecting';
import { usePointsRuns } from './use-points-runs';
import { useSentOut } from './use-sent-out';

/** A student's class: from the code to the board. Who is nobody here is sent to the door. */
export function ClassPage({ code }: { code: string }) {
  const entry = useStudentSession(code);
  const router = useRouter();
  useEffect(() => {
    if (entry.status === 'stranger') router.replace(`/join/${code}`);
  }, [entry.status, router, code]);
  if (entry.status !== 'known') {
    return (
      <ClassFrame code={code}>
        <Connecting step="reading" />
      </ClassFrame>
    );
  }
  return <KnownStudentClass code={code} session={entry.session} student={entry.student} />;
}

interface KnownProps {
  code: string;
  session: StudentSession;
  student: KnownStudent;
}

function KnownStudentClass({ code, session, student }: KnownProps) {
  const snapshot = useSnapshot(session);
  const { view, connection, refusal } = snapshot;
  const removed =
    view?.me.membership === 'removed'
      ? 'student-removed'
      : view?.me.membership === 'banned'
        ? 'student-banned'
        : view?.me.membership === 'left'
          ? 'not-attached'
          : null;
  const refused = useSentOut(session, snapshot, connection === 'refused' ? refusal : removed);
  if (refused !== null) {
    return (
      <ClassFrame code={code}>
        <ClassRefused code={code} refusal={refused} session={session} />
      </ClassFrame>
    );
  }
  if (view === null) {
    return (
      <ClassFrame code={code} nickname={student.nickname}>
        <Connecting step="connecting" onRetry={() => session.retry()} />
      </ClassFrame>
    );
  }
  // Another sitting of the group is another class, on the same page.
  return (
    <SeenClass
      key={view.class.id}
      code={code}
      session={session}
      student={student}
      snapshot={snapshot}
      view={view}
    />
  );
}

interface SeenProps extends KnownProps {
  snapshot: ClassSnapshot<StudentView>;
  view: StudentView;
}

/** A class that has shown itself, around the lesson that the page was given for it. */
function SeenClass({ code, session, student, snapshot, view }: SeenProps) {
  const lesson = useClassLesson(view.class);
  const runs = usePointsRuns({ session, student }, lesson !== null && trainsPoints(lesson));
  const frame = { code, nickname: view.me.nickname, mark: view.me.mark };
  if (lesson === null) {
    return (
      <ClassFrame {...frame}>
        <OtherLesson />
      </ClassFrame>
    );
  }
  const phases = { session, snapshot, view, lesson, runs };
  if (lesson.experiment === null) {
    return (
      <PoolClassProvider session={session} student={student}>
        <ClassPhases {...phases} trainer={null} />
      </PoolClassProvider>
    );
  }
  return (
    <TrainingProvider
      lesson={lesson}
      place={{ session, student }}
      fallback={
        <ClassFrame {...frame}>
          <Connecting step="connecting" />
        </ClassFrame>
      }
    >
      <PoolClassProvider session={session} student={student}>
        <TrainedPhases {...phases} />
      </PoolClassProvider>
    </TrainingProvider>
  );
}

/** Milliseconds in which another lesson has come. */
const LESSON_MS = 4_000;

/** The page was given another lesson than the class is on, and has asked for that one. */
function OtherLesson() {
  const t = useTranslations('classroom');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LESSON_MS);
    return () => clearTimeout(timer);
  }, []);
  return late ? <Notice tone="error">{t('otherLesson')}</Notice> : <Connecting step="connecting" />;
}

function TrainedPhases(props: Omit<ComponentProps<typeof ClassPhases>, 'trainer'>) {
  return <ClassPhases {...props} trainer={useTraining()} />;
}
