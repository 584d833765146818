'use client';

import { MessageSquareText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StudentSession } from '@/client/live/class-session';
import { Button } from '@/client/ui/button';
import type { OwnMessage } from '@/protocol/message';

interface Props {
  session: Pick<StudentSession, 'command'>;
  message: OwnMessage | null;
  online: boolean;
}

/**
 * What the teacher says to this student, in sight wherever the page is scrolled, until the student has put it away. Away it is at once; the class
 * hears of it as soon as it can.
 */
export function TeacherMessage({ session, message, online }: Props) {
  const t = useTranslations('classroom.message');
  const [away, setAway] = useState<string | null>(null);
  const id = message?.id ?? null;
  useEffect(() => {
    if (online && id !== null && id === away)
      void session.command({ type: 'message:dismiss', messageId: id });
  }, [session, online, id, away]);
  const shown = message !== null && message.id !== away ? message : null;
  return (
    // Mounted all the time: what comes into it is read out.
    <div role="status" aria-atomic="true" className="sticky top-0 z-20">
      {shown && (
        <div data-testid="teacher-message" className="border-b-2 border-accent bg-accent-soft shadow-popup">
          <div className="page-width flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
            <MessageSquareText aria-hidden="true" className="size-6 shrink-0 text-accent" />
            <p className="min-w-0 flex-1 basis-56">
              <span className="block text-xs font-bold text-accent">{t('from')}</span>
              <span translate="no" className="font-semibold [overflow-wrap:anywhere]">
                {shown.text}
              </span>
            </p>
            <Button onClick={() => setAway(shown.id)}>{t('away')}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
