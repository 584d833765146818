'use client';

import { useTranslations } from 'use-intl';
import { MarkMoment } from '@/client/console/bookmarks/mark-moment';
import { MessageAll } from '@/client/console/leading/message-all';
import { LockRoom } from '@/client/console/lock-room';
import { ProjectorCard } from '@/client/console/projector/projector-card';
import { VotePanel } from '@/client/console/votes/vote-panel';
import { Card } from '@/client/ui/card';
import type { WrittenLesson } from '@/lessons/written';
import type { RosterEntry, TeacherView } from '@/protocol/views';
import { RemoteBar } from './remote-bar';
import { RemoteNeeds } from './remote-needs';
import { RemoteTimer } from './remote-timer';

interface Props {
  view: TeacherView;
  /** Null until it is there. */
  lesson: WrittenLesson | null;
  students: readonly RosterEntry[];
  stepCount: number;
  /** Title of the step at which the class is. */
  stepTitle: string;
  onOpen(studentId: string): void;
}

/**
 * The console as a remote control, on a phone in one hand: what moves the class on lies under the thumb, above it the time, who needs help, and
 * what the projector shows.
 */
export default function Remote({ view, lesson, students, stepCount, stepTitle, onOpen }: Props) {
  const t = useTranslations('console.remote');
  const panel = lesson && <VotePanel view={view} lesson={lesson} large />;
  return (
    <div data-testid="remote" className="flex flex-col gap-4 pb-36">
      {view.vote !== null && panel}
      <Card as="section" title={t('timer')}>
        <RemoteTimer countdown={view.class.countdown} />
      </Card>
      <RemoteNeeds view={view} students={students} onOpen={onOpen} />
      {view.vote === null && panel}
      <ProjectorCard screen={view.screen} />
      <div className="flex items-center gap-2">
        <MarkMoment className="min-h-14! flex-1" />
        <MessageAll view={view} />
      </div>
      <LockRoom locked={view.class.locked} className="min-h-14!" />
      <RemoteBar view={view} stepCount={stepCount} stepTitle={stepTitle} />
    </div>
  );
}
