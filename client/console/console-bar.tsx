'use client';

import { MonitorUp, QrCode as QrIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AppBar } from '@/client/ui/app-bar';
import { Badge, type BadgeTone } from '@/client/ui/badge';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { LinkButton } from '@/client/ui/link-button';
import { SkipLink } from '@/client/ui/skip-link';
import type { ClassFacts } from '@/protocol/views';
import { useConsole } from './console-context';
import { May } from './may';
import { RoomDoor } from './room-door';

interface Props {
  facts: ClassFacts;
  lessonTitle: string;
  origins: readonly string[];
}

const TONES = { lobby: 'warn', live: 'ok', paused: 'warn', ended: 'neutral' } as const satisfies Record<
  string,
  BadgeTone
>;

/** Where the class is, and its code, which can be shown large again at any time. */
export function ConsoleBar({ facts, lessonTitle, origins }: Props) {
  const t = useTranslations('console');
  const { role } = useConsole();
  const [shown, setShown] = useState(false);
  const { code, phase } = facts;
  const state = phase === 'live' && facts.paused ? 'paused' : phase;
  return (
    <>
      <AppBar
        skip={
          phase !== 'lobby' && (
            <>
              <SkipLink to="#students-title">{t('skip.students')}</SkipLink>
              <SkipLink to="#side">{t('skip.side')}</SkipLink>
            </>
          )
        }
        title={
          <span className="flex min-w-0 items-center gap-3">
            <span className="truncate max-sm:sr-only">{lessonTitle}</span>
            <span role="status" className="max-sm:sr-only">
              <Badge tone={TONES[state]}>{t(`phase.${state}`)}</Badge>
            </span>
            {role !== 'owner' && (
              <span className="max-sm:sr-only">
                <Badge tone="accent">{t(`assistants.you.${role}`)}</Badge>
              </span>
            )}
          </span>
        }
        actions={
          <>
            {phase !== 'ended' && (
              <Button
                icon={<QrIcon aria-hidden="true" />}
                aria-label={t('room.show', { code })}
                aria-haspopup="dialog"
                onClick={() => setShown(true)}
                className="px-3 max-sm:px-2.5"
              >
                <span
                  // In the lobby the large code bears the name.
                  data-testid={phase === 'lobby' ? undefined : 'room-code'}
                  translate="no"
                  className="tabular font-display text-lg font-bold tracking-wider"
                >
                  {code}
                </span>
              </Button>
            )}
            <May least="owner">
              <LinkButton
                href={`/screen/${code}`}
                target="_blank"
                rel="noopener"
                prefetch={false}
                icon={<MonitorUp aria-hidden="true" />}
                className="max-xl:hidden"
              >
                {t('room.projector')}
              </LinkButton>
            </May>
          </>
        }
      />
      <Dialog open={shown} onOpenChange={setShown} title={t('room.title')} size="xl">
        <RoomDoor code={code} origins={origins}>
          <p
            translate="no"
            className="tabular font-display text-[clamp(3rem,12vw,8.5rem)] leading-none font-bold tracking-[0.06em] select-all"
          >
            {code}
          </p>
        </RoomDoor>
      </Dialog>
    </>
  );
}
