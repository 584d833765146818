'use client';

import { Square, VenetianMask } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import type { TeacherView } from '@/protocol/views';
import { useConsole } from './console-context';
import { LockRoom } from './lock-room';
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
  const open = phase !== 'ended';
  const anonymise = (next: boolean) => {
    const asked = ask({ type: 'class:anonymise', anonymised: next });
    wishAnonymised(next, asked);
    return asked;
  };
  return (
    <div className={className}>
      {open && <LockRoom locked={view.class.locked} />}
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
