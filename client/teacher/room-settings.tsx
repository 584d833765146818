'use client';

import { Lock, LockOpen, MonitorUp, Square, VenetianMask } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/teacher/console-context';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { LinkButton } from '@/client/ui/link-button';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { Toggle } from '@/client/ui/toggle';
import { RANKINGS } from '@/protocol/commands';
import type { TeacherView } from '@/protocol/views';

/** What holds for the whole room: who may come in, whose name is seen where, and the end. */
export function RoomSettings({ view }: { view: TeacherView }) {
  const t = useTranslations('console.settings');
  const conduct = useTranslations('console.conduct');
  const room = useTranslations('console.room');
  const { ask, offlineReason } = useConsole();
  const [ending, setEnding] = useState(false);
  const { settings } = view;
  const { locked, phase, ranking, code } = view.class;
  const open = phase !== 'ended';
  const offline = offlineReason !== undefined;

  return (
    <Card as="section" title={t('title')}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-2">
          {open && (
            <Button
              icon={locked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
              disabledReason={offlineReason}
              onClick={() => ask({ type: 'class:lock', locked: !locked })}
              className="flex-1"
            >
              {conduct(locked ? 'unlock' : 'lock')}
            </Button>
          )}
          <LinkButton
            href={`/screen/${code}`}
            target="_blank"
            rel="noopener"
            prefetch={false}
            icon={<MonitorUp aria-hidden="true" />}
            className="flex-1"
          >
            {room('projector')}
          </LinkButton>
        </div>
        {open && (
          <p role="status" className="empty:hidden text-sm text-warn">
            {locked && room('locked')}
          </p>
        )}
        <div>
          <Button
            aria-pressed={settings.anonymised}
            icon={<VenetianMask aria-hidden="true" />}
            disabledReason={offlineReason}
            onClick={() => ask({ type: 'class:anonymise', anonymised: !settings.anonymised })}
            className="w-full aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            {conduct('anonymise')}
          </Button>
          <p className="mt-1 text-sm text-ink-soft">{t('anonymiseHint')}</p>
        </div>
        <SegmentedControl
          label={t('ranking')}
          labelVisible
          value={ranking}
          disabled={offline}
          onChange={(next) => ask({ type: 'class:rank', ranking: next })}
          segments={RANKINGS.map((value) => ({ value, label: t(value) }))}
        />
        <Toggle
          label={t('namesOnScreen')}
          hint={t(settings.anonymised ? 'namesHeld' : 'namesOnScreenHint')}
          checked={settings.namesOnScreen}
          disabled={offline}
          onChange={(shown) => ask({ type: 'class:show-names-on-screen', shown })}
        />
        {open && (
          <>
            <Toggle
              label={t('approval')}
              hint={t('approvalHint')}
              checked={settings.approvalRequired}
              disabled={offline}
              onChange={(required) => ask({ type: 'class:require-approval', required })}
            />
            <div className="border-t border-line pt-4">
              <Button
                icon={<Square aria-hidden="true" />}
                disabledReason={offlineReason}
                onClick={() => setEnding(true)}
                className="w-full text-danger"
              >
                {conduct('end')}
              </Button>
            </div>
          </>
        )}
      </div>
      <ConfirmDialog
        open={ending}
        onOpenChange={setEnding}
        title={conduct('endTitle')}
        description={conduct('endText')}
        confirmLabel={conduct('end')}
        danger
        onConfirm={async () => {
          await ask({ type: 'class:end' });
        }}
      />
    </Card>
  );
}
