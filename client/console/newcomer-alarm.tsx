'use client';

import { DoorOpen, Lock, UserX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import type { TeacherView } from '@/protocol/views';
import { useConsole } from './console-context';
import { type Flood, floodOf } from './newcomers';
import { UNDO_MS } from './use-sending-out';

/** How often it is looked at again without anybody coming. */
const LOOK_MS = 5_000;

/** Tells the teacher that more come than a class has, and ends it with one tap. */
export function NewcomerAlarm({ view, clockOffset }: { view: TeacherView; clockOffset: number }) {
  const flood = useFlood(view, clockOffset);
  return flood && <Alarm flood={flood} view={view} />;
}

function Alarm({ flood, view }: { flood: Flood; view: TeacherView }) {
  const t = useTranslations('console.newcomers');
  const conduct = useTranslations('console.conduct');
  const sentOut = useTranslations('console.sentOut');
  const format = useFormatter();
  const { ask, offlineReason } = useConsole();
  const { since, count, lastMinute } = flood;
  const sweep = async () => {
    if (!(await ask({ type: 'newcomers:remove', since }))) return;
    toast.success(sentOut('sweepDone'), {
      duration: UNDO_MS,
      action: { label: sentOut('undo'), onClick: () => void ask({ type: 'newcomers:forgive', since }) },
    });
  };
  return (
    <Notice
      tone="warn"
      announce
      title={<span>{t('title', { count: lastMinute })}</span>}
      action={
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            icon={<UserX aria-hidden="true" />}
            disabledReason={offlineReason}
            onClick={() => void sweep()}
            className="not-aria-disabled:text-danger!"
          >
            <span>{t('remove', { count, time: format.dateTime(since, 'time') })}</span>
          </Button>
          {!view.class.locked && (
            <Button
              size="sm"
              icon={<Lock aria-hidden="true" />}
              disabledReason={offlineReason}
              onClick={() => ask({ type: 'class:lock', locked: true })}
            >
              <span>{conduct('lock')}</span>
            </Button>
          )}
          {!view.settings.approvalRequired && (
            <Button
              size="sm"
              icon={<DoorOpen aria-hidden="true" />}
              disabledReason={offlineReason}
              onClick={() => ask({ type: 'class:require-approval', required: true })}
            >
              <span>{t('approve')}</span>
            </Button>
          )}
        </div>
      }
    >
      <span>{t('text')}</span>
    </Notice>
  );
}

function useFlood(view: TeacherView, clockOffset: number): Flood | null {
  const [now, setNow] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a roster that has changed is looked at at once
  useEffect(() => {
    const look = () => setNow(performance.now() + clockOffset);
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [clockOffset, view.roster]);
  if (now === null || view.class.phase === 'ended') return null;
  return floodOf(view.roster, {
    liveSince: view.class.phase === 'live' ? view.class.startedAt : null,
    now,
  });
}
