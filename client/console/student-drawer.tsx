'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useSnapshot } from '@/client/live/use-class-session';
import { Button } from '@/client/ui/button';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { SideSheet } from '@/client/ui/side-sheet';
import { StudentMark } from '@/client/ui/student-mark';
import type { RosterEntry } from '@/protocol/views';
import { ActivityBadge } from './activity-badge';
import { StudentAnswers } from './checks/student-answers';
import { useConsole } from './console-context';
import { StudentGoals } from './done/student-goals';
import { StudentHelp } from './help/student-help';
import { MessageOne } from './leading/message-one';
import { StudentStep } from './leading/student-step';
import { May } from './may';
import { RenameForm } from './rename-form';
import { ReturnCodePanel } from './return-code-panel';
import { LookLong } from './shoulder/look-long';
import { StudentFindings } from './student-findings';
import { StudentRuns } from './student-runs';
import { useFollowedStudent } from './use-followed-student';
import { useSendingOut } from './use-sending-out';

interface Props {
  /** Null: closed. */
  student: RosterEntry | null;
  onClose(): void;
}

/** One student closely: what they train, and what the teacher may do about them. */
export function StudentDrawer({ student, onClose }: Props) {
  const { nameOf } = useConsole();
  // The sheet slides out with its last content instead of an empty one.
  const [shown, setShown] = useState(student);
  if (student !== null && student !== shown) setShown(student);
  return (
    <SideSheet
      open={student !== null}
      onClose={onClose}
      title={
        shown && (
          <span className="flex min-w-0 items-center gap-3">
            <StudentMark mark={shown.mark} className="size-7" />
            <span translate="no" className="truncate">
              {nameOf(shown)}
            </span>
          </span>
        )
      }
    >
      {shown && <DrawerContent key={shown.id} student={shown} onClose={onClose} />}
    </SideSheet>
  );
}

function DrawerContent({ student, onClose }: { student: RosterEntry; onClose(): void }) {
  const t = useTranslations('console.drawer');
  const card = useTranslations('console.card');
  const format = useFormatter();
  const { session, ask, nameOf, offlineReason } = useConsole();
  const { live, step } = useFollowedStudent(student.id);
  const facts = useSnapshot(session).view?.class;
  const code = facts?.code;
  // Who belongs to a group may have come weeks ago.
  const joinedToday = facts === undefined || student.joinedAt >= facts.createdAt;
  const sendOut = useSendingOut();
  const [asking, setAsking] = useState<'remove' | 'ban' | null>(null);
  const [last, setLast] = useState<'remove' | 'ban'>('remove');
  const name = nameOf(student);
  const present = student.membership === 'in' || student.membership === 'waiting';
  const absent = student.membership === 'absent';
  const belongs = present || absent;
  const askFor = (what: 'remove' | 'ban') => {
    setLast(what);
    setAsking(what);
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-soft">
        {present ? (
          <>
            <ActivityBadge activity={live?.activity ?? 'connected'} />
            <StudentStep step={step} />
          </>
        ) : (
          <span>{t(absent ? 'absent' : 'gone')}</span>
        )}
        <span>
          {t('joined', { time: format.dateTime(student.joinedAt, joinedToday ? 'time' : 'moment') })}
        </span>
        <span>{card('submissions', { count: student.submissions })}</span>
      </div>
      {belongs && (
        <div className="flex flex-wrap items-end gap-2">
          <May least="help">
            {student.membership === 'waiting' && (
              <Button
                look="primary"
                disabledReason={offlineReason}
                onClick={() => ask({ type: 'student:admit', studentId: student.id })}
              >
                {t('admit')}
              </Button>
            )}
            {student.membership === 'in' && <MessageOne studentId={student.id} name={name} />}
            <LookLong student={student} onLook={onClose} />
            <RenameForm student={student} />
          </May>
          <May least="lead">
            <Button disabledReason={offlineReason} onClick={() => askFor('remove')}>
              {t('remove')}
            </Button>
            <Button
              disabledReason={offlineReason}
              onClick={() => askFor('ban')}
              className="not-aria-disabled:text-danger!"
            >
              {t('ban')}
            </Button>
          </May>
        </div>
      )}
      {present && <StudentHelp studentId={student.id} />}
      {present && <StudentAnswers studentId={student.id} />}
      {present && <StudentGoals studentId={student.id} />}
      {present && <StudentFindings studentId={student.id} />}
      {belongs && code !== undefined && (
        <May least="help">
          <ReturnCodePanel studentId={student.id} code={code} name={name} />
        </May>
      )}
      <StudentRuns studentId={student.id} />
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => open || setAsking(null)}
        title={t(`${last}Title`, { name })}
        description={t(`${last}Text`)}
        confirmLabel={t(`${last}Confirm`)}
        danger
        onConfirm={async () => {
          if (await sendOut(last, student)) onClose();
        }}
      />
    </>
  );
}
