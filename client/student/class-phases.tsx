'use client';

import { CountdownClock } from '@/client/countdown/countdown-clock';
import { CountdownSaid } from '@/client/countdown/countdown-said';
import { useServerNow } from '@/client/countdown/use-server-now';
import type { ClassSnapshot, StudentSession } from '@/client/live/class-session';
import type { PointsRuns } from '@/client/training/points-runs';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import type { WrittenLesson } from '@/lessons/written';
import type { StudentView } from '@/protocol/views';
import { ClassBanner } from './class-banner';
import { ClassFrame } from './class-frame';
import { ClassGoingOn } from './class-going-on';
import { EndedClass } from './ended-class';
import { StudentLobby } from './student-lobby';
import { TeacherMessage } from './teacher-message';
import { WaitingRoom } from './waiting-room';

interface Props {
  session: StudentSession;
  snapshot: ClassSnapshot<StudentView>;
  view: StudentView;
  lesson: WrittenLesson;
  /** The trainer of the page; null where the lesson trains no digits. */
  trainer: { training: BenchTraining; snapshot: TrainingSnapshot } | null;
  /** What keeps trainings on points; null where the lesson has none. */
  runs: PointsRuns | null;
}

/** Waiting, lobby, live or ended: what the class's phase and the own membership make of the page. */
export function ClassPhases({ session, snapshot, view, lesson, trainer, runs }: Props) {
  const { me } = view;
  const serverNow = useServerNow(session);
  const banner = (
    <ClassBanner snapshot={snapshot} unsent={trainer?.snapshot.unsent ?? 0} onRetry={() => session.retry()} />
  );
  const timed = { countdown: view.class.countdown, serverNow };
  const clock = (
    <>
      <CountdownClock {...timed} className="min-h-8 text-sm" />
      <CountdownSaid {...timed} />
    </>
  );
  const online = snapshot.connection === 'online';
  const message = <TeacherMessage session={session} message={view.message} online={online} />;
  const frame = { code: view.class.code, nickname: me.nickname, mark: me.mark, banner, message, clock };

  if (view.class.phase === 'ended') {
    return (
      <ClassFrame {...frame}>
        <EndedClass session={session} view={view} runs={trainer?.snapshot.runs ?? null} />
      </ClassFrame>
    );
  }
  if (me.membership === 'waiting') {
    return (
      <ClassFrame {...frame}>
        <WaitingRoom view={view} session={session} />
      </ClassFrame>
    );
  }
  if (view.class.phase === 'lobby') {
    return (
      <ClassFrame {...frame}>
        <StudentLobby session={session} view={view} lesson={lesson} trainer={trainer?.snapshot ?? null} />
      </ClassFrame>
    );
  }
  return (
    <ClassGoingOn
      frame={frame}
      session={session}
      view={view}
      lesson={lesson}
      trainer={trainer}
      runs={runs}
      online={online}
    />
  );
}
