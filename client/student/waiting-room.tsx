'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { StudentSession } from '@/client/live/class-session';
import { credentialsShelf } from '@/client/live/credentials';
import { Button } from '@/client/ui/button';
import { Spinner } from '@/client/ui/spinner';
import { StudentMark } from '@/client/ui/student-mark';
import type { StudentView } from '@/protocol/views';

/** The teacher lets people in one by one, and this one is not in yet. */
export function WaitingRoom({ view, session }: { view: StudentView; session: StudentSession }) {
  const t = useTranslations('classroom');
  const router = useRouter();
  const leave = async () => {
    await session.command({ type: 'student:leave' });
    credentialsShelf.forget(view.class.code);
    router.push(`/join/${view.class.code}`);
  };
  return (
    <div className="grid min-h-[60dvh] place-items-center">
      <div
        role="status"
        className="graph-paper flex w-full max-w-xl flex-col items-center gap-4 rounded-lg border border-line-strong px-6 py-10 text-center shadow-card"
      >
        <StudentMark mark={view.me.mark} className="size-16" decorative={false} />
        <h1 className="text-2xl">{t('waiting.title')}</h1>
        <p className="max-w-prose text-ink-soft">{t('waiting.text', { nickname: view.me.nickname })}</p>
        <Spinner label={t('waiting.title')} className="size-6 text-accent" />
        <Button look="quiet" size="sm" onClick={() => void leave()}>
          {t('waiting.leave')}
        </Button>
      </div>
    </div>
  );
}
