'use client';

import { Lock, LockOpen, Square, VenetianMask } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import type { TeacherView } from '@/protocol/views';
import { useConsole } from './console-context';
import { useWished } from './use-wished';

interface Props {
  view: TeacherView;
  className: string;
}

/**
 * Lock, anonymise, end: at hand in the bar of a wide screen, with the room's settings on a narrow one. Drawn in both
 * places; the style sheet shows one.
 */
export function RoomActions({ view, className }: Props) {
  const t = useTranslations('console.conduct');
  const settings = useTranslations('console.settings');
  const reveal = useTranslations('reveal.desk');
  const { ask, offlineReason } = useConsole();
  const [ending, setEnding] = useState(false);
  const [hiding, setHiding] = useState(false);
  const { phase } = view.class;
  const [anonymised, wishAnonymised] = useWished(view.settings.anonymised);
  const [locked, wishLocked] = useWished(view.class.locked);
  const open = phase !== 'ended';
  const anonymise = (next: boolean) => {
    const asked = ask({ type: 'class:anonymise', anonymised: next });
    wishAnonymised(next, asked);
    return asked;
  };
  return (
    <div className={className}>
      {open && (
        <Button
          icon={locked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
          disabledReason={offlineReason}
          onClick={() => wishLocked(!locked, ask({ type: 'class:lock', locked: !locked }))}
          className={classNames('px-3', locked && 'border-warn! bg-warn-soft! text-warn!')}
        >
          {t(locked ? 'unlock' : 'lock')}
        </Button>
      )}
      <Button
        aria-pressed={anonymised}
        title={settings('anonymiseHint')}
        icon={<VenetianMask aria-hidden="true" />}
        disabledReason={
          offlineReason ?? (anonymised && phase !== 'lobby' ? settings('namesStayHidden') : undefined)
        }
        onClick={() => (phase === 'lobby' ? anonymise(!anonymised) : setHiding(true))}
        className="px-3 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
      >
        {t('anonymise')}
      </Button>
      {open && (
        <Button
          icon={<Square aria-hidden="true" />}
          disabledReason={offlineReason}
          onClick={() => setEnding(true)}
          className="px-3 not-aria-disabled:text-danger!"
        >
          {t('end')}
        </Button>
      )}
      <ConfirmDialog
        open={hiding}
        onOpenChange={setHiding}
        title={t('anonymiseTitle')}
        description={t('anonymiseText')}
        confirmLabel={t('anonymise')}
        onConfirm={async () => {
          await anonymise(true);
        }}
      />
      <ConfirmDialog
        open={ending}
        onOpenChange={setEnding}
        title={t('endTitle')}
        description={
          view.reveal.offered ? (
            <>
              <span className="block">{t('endText')}</span>
              <span className="mt-2 block">{reveal('offerText')}</span>
            </>
          ) : (
            t('endText')
          )
        }
        confirmLabel={t('end')}
        danger
        other={
          view.reveal.offered
            ? {
                label: reveal('begin'),
                onConfirm: async () => {
                  await ask({ type: 'reveal:begin' });
                },
              }
            : undefined
        }
        onConfirm={async () => {
          await ask({ type: 'class:end' });
        }}
      />
    </div>
  );
}
