'use client';

import { Lock, MonitorUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Card } from '@/client/ui/card';
import { LinkButton } from '@/client/ui/link-button';
import { Toggle } from '@/client/ui/toggle';
import type { TeacherView } from '@/protocol/views';
import { BoardShown } from './board-shown';
import { useConsole } from './console-context';
import { KeysButton } from './keys/keys-button';
import { May } from './may';
import { RaceSetUp } from './race/race-set-up';
import { RoomActions } from './room-actions';
import { useWished } from './use-wished';

/** What holds for the whole room: who may come in, and whose name is seen where. */
export function RoomSettings({ view }: { view: TeacherView }) {
  const t = useTranslations('console.settings');
  const room = useTranslations('console.room');
  const conduct = useTranslations('console.conduct');
  const { ask, offlineReason } = useConsole();
  const { settings } = view;
  const { locked, phase, code, dataset } = view.class;
  const [names, wishNames] = useWished(settings.namesOnScreen);
  const [approval, wishApproval] = useWished(settings.approvalRequired);
  const open = phase !== 'ended';
  const offline = offlineReason !== undefined;

  return (
    <Card as="section" title={t('title')}>
      <div className="flex flex-col gap-4">
        <RoomActions view={view} className="flex flex-wrap gap-2 xl:hidden [&_button]:grow" />
        <May least="owner">
          <LinkButton
            href={`/screen/${code}`}
            target="_blank"
            rel="noopener"
            prefetch={false}
            icon={<MonitorUp aria-hidden="true" />}
            className="xl:hidden"
          >
            {room('projector')}
          </LinkButton>
        </May>
        <p role="status" className="flex items-center gap-2 text-sm font-semibold text-warn empty:hidden">
          {open && locked && (
            <>
              <Lock aria-hidden="true" className="size-4" /> <span>{room('locked')}</span>
            </>
          )}
        </p>
        <BoardShown view={view} />
        {phase === 'lobby' && dataset !== null && <RaceSetUp view={view} />}
        <Toggle
          label={t('namesOnScreen')}
          hint={t(settings.anonymised ? 'namesHeld' : 'namesOnScreenHint')}
          checked={names}
          disabled={offline}
          onChange={(shown) => wishNames(shown, ask({ type: 'class:show-names-on-screen', shown }))}
        />
        {open && (
          <Toggle
            label={t('approval')}
            hint={t('approvalHint')}
            checked={approval}
            disabled={offline}
            onChange={(required) => wishApproval(required, ask({ type: 'class:require-approval', required }))}
          />
        )}
        <May least="owner">
          <LinkButton href={`/review/${view.class.id}#owners`} prefetch={false} className="self-start">
            {t('owners')}
          </LinkButton>
        </May>
        <KeysButton />
        <p className="border-t border-line pt-3 text-sm text-ink-soft">
          <b className="font-semibold">{`${conduct('anonymise')}:`}</b> <span>{t('anonymiseHint')}</span>
        </p>
      </div>
    </Card>
  );
}
