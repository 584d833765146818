'use client';

import { Lock, LockOpen } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import { useConsole } from './console-context';
import { useWished } from './use-wished';

/** Locks the room, or opens it again: one tap, since whoever should stay out may be at the door now. */
export function LockRoom({ locked: isLocked, className }: { locked: boolean; className?: string }) {
  const t = useTranslations('console.conduct');
  const { ask, offlineReason } = useConsole();
  const [locked, wishLocked] = useWished(isLocked);
  return (
    <Button
      icon={locked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
      disabledReason={offlineReason}
      onClick={() => wishLocked(!locked, ask({ type: 'class:lock', locked: !locked }))}
      className={classNames('px-3', locked && 'border-warn! bg-warn-soft! text-warn!', className)}
    >
      {t(locked ? 'unlock' : 'lock')}
    </Button>
  );
}
