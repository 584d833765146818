'use client';

import { HardDrive, WifiOff } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { signInPath } from '@/client/account/safe-next';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { ClassSession } from '@/client/live/class-session';
import { useSnapshot } from '@/client/live/use-class-session';
import { Skeleton } from '@/client/ui/skeleton';
import type { ScreenView } from '@/protocol/views';
import { ScreenControls } from './screen-controls';
import { ScreenCountdownProvider } from './screen-countdown';
import { ScreenMessage } from './screen-message';
import { SCREEN_COMPONENTS } from './views/registry';

interface Props {
  session: ClassSession<ScreenView>;
  code: string;
  origins: readonly string[];
}

/** The projector: what the teacher has put there, or what fits the phase of the class. A lost connection is told small: what was shown stays on the wall. */
export function ScreenBody({ session, code, origins }: Props) {
  const t = useTranslations('screen');
  const account = useTranslations('teach.account');
  const classes = useTranslations('teach.classes');
  const refusalText = useRefusalText();
  const { view, connection, refusal, storage } = useSnapshot(session);
  if (connection === 'refused' && refusal !== null) {
    const signedOut = refusal === 'not-signed-in' || refusal === 'not-your-class';
    return (
      <ScreenMessage
        kind="refused"
        text={refusalText(refusal)}
        action={
          signedOut
            ? { href: signInPath(`/screen/${code}`), label: account('toSignIn') }
            : { href: '/teach', label: classes('title') }
        }
      />
    );
  }
  if (!view) return <ScreenMessage kind="connecting" />;
  const Shown = SCREEN_COMPONENTS[view.shows.view];
  return (
    // Another sitting of the group is another class, on the same page.
    <div key={view.class.id} className="graph-paper flex min-h-dvh flex-col">
      <ScreenControls />
      <ScreenCountdownProvider session={session} view={view}>
        <Suspense fallback={<Skeleton className="m-[3vw] flex-1" />}>
          <Shown session={session} view={view} origins={origins} />
        </Suspense>
      </ScreenCountdownProvider>
      <div role="status" className="fixed bottom-4 left-1/2 -translate-x-1/2">
        {connection === 'offline' && (
          <p className="flex items-center gap-3 rounded-full bg-warn px-5 py-2 text-lg font-semibold text-surface shadow-popup">
            <WifiOff aria-hidden="true" className="size-6" />
            <span>{t('lost')}</span>
          </p>
        )}
        {connection === 'online' && storage !== 'ok' && (
          <p className="flex items-center gap-3 rounded-full bg-danger px-5 py-2 text-lg font-semibold text-on-danger shadow-popup">
            <HardDrive aria-hidden="true" className="size-6" />
            <span>{t('storage')}</span>
          </p>
        )}
      </div>
    </div>
  );
}
