'use client';

import { Smartphone, UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { askServer } from '@/client/review/ask-server';
import { Badge } from '@/client/ui/badge';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { IconButton } from '@/client/ui/icon-button';
import { sayToStay } from '@/client/ui/staying-toast';
import {
  type AssistantEntry,
  type AssistantMade,
  type AssistantRole,
  assistantsPath,
  assistPath,
  type LinkEnd,
  usualLinkEnd,
} from '@/protocol/assistants';
import type { ClassFacts } from '@/protocol/views';
import { LinkDialog } from './link-dialog';
import { LinkEndLine } from './link-end-line';
import { MakeLinkDialog } from './make-link-dialog';

interface Props {
  facts: ClassFacts;
  assistants: readonly AssistantEntry[];
  /** Addresses under which others reach the server, the best first. */
  origins: readonly string[];
}

/** Links by which others help to lead, or the teacher's own phone does: whose, what they may, when they were used last. */
export function AssistantsCard({ facts, assistants, origins }: Props) {
  const { id: classId, code } = facts;
  const t = useTranslations('console.assistants');
  const errors = useTranslations('errors');
  const format = useFormatter();
  const refusalText = useRefusalText();
  const { offlineReason } = useConsole();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<{ path: string; role: AssistantRole; own: boolean } | null>(null);
  const [revoking, setRevoking] = useState<AssistantEntry | null>(null);

  const say = (answer: { code: Parameters<typeof refusalText>[0] } | 'offline') =>
    sayToStay('error', t('failed'), {
      description: answer === 'offline' ? errors('offline') : refusalText(answer.code),
    });
  const make = async (name: string, role: AssistantRole, until: LinkEnd, own: boolean) => {
    const asked = { name, role, until };
    const answer = await askServer<AssistantMade>('POST', assistantsPath(classId), asked);
    if (answer === 'offline' || !answer.ok) {
      say(answer);
      return;
    }
    setMaking(false);
    setMade({ path: assistPath(code, answer.token), role, own });
  };
  /** The one before that no phone has come by is worth nothing any more. */
  const handOver = async () => {
    const unused = assistants.filter(
      ({ name, lastSeenAt }) => name === t('phoneName') && lastSeenAt === null,
    );
    for (const { id } of unused) await askServer('DELETE', `${assistantsPath(classId)}/${id}`);
    // The teacher's own: it shows the board when the class has ended, too.
    await make(t('phoneName'), 'lead', 'day', true);
  };
  const revoke = async ({ id }: AssistantEntry) => {
    const answer = await askServer('DELETE', `${assistantsPath(classId)}/${id}`);
    if (answer === 'offline' || !answer.ok) say(answer);
  };

  return (
    <Card as="section" title={t('title')}>
      <p className="-mt-1 mb-3 text-sm text-ink-soft">{t('text')}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon={<Smartphone aria-hidden="true" />}
          disabledReason={offlineReason}
          onClick={() => void handOver()}
        >
          {t('toPhone')}
        </Button>
        <Button
          size="sm"
          icon={<UserPlus aria-hidden="true" />}
          aria-haspopup="dialog"
          disabledReason={offlineReason}
          onClick={() => setMaking(true)}
        >
          {t('make')}
        </Button>
      </div>
      {assistants.length > 0 && (
        <ul className="mt-3 max-h-72 divide-y divide-line overflow-y-auto border-t border-line">
          {assistants.map((assistant) => {
            const { id, role, lastSeenAt } = assistant;
            const name = assistant.name === '' ? t('nameless') : assistant.name;
            return (
              <li key={id} className="flex items-center gap-2 py-2">
                <span className="min-w-0 flex-1 text-sm">
                  <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
                    <span translate="no" className="min-w-0 truncate font-semibold">
                      {name}
                    </span>
                    <Badge tone="neutral">{t(`role.${role}`)}</Badge>
                  </span>
                  <span className="block text-ink-soft">
                    {lastSeenAt === null
                      ? t('neverSeen')
                      : t('lastSeen', { time: format.dateTime(lastSeenAt, 'moment') })}
                  </span>
                  <LinkEndLine link={assistant} ended={facts.phase === 'ended'} />
                </span>
                <IconButton
                  size="sm"
                  label={t('revokeOf', { name })}
                  icon={<X aria-hidden="true" />}
                  onClick={() => setRevoking(assistant)}
                />
              </li>
            );
          })}
        </ul>
      )}
      <MakeLinkDialog
        open={making}
        onClose={() => setMaking(false)}
        usualEnd={usualLinkEnd(facts.groupId)}
        onMake={(name, role, until) => make(name, role, until, false)}
      />
      <LinkDialog made={made} origins={origins} onClose={() => setMade(null)} />
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={(open) => open || setRevoking(null)}
        title={t('revokeTitle')}
        description={t('revokeText')}
        confirmLabel={t('revoke')}
        danger
        onConfirm={async () => {
          if (revoking) await revoke(revoking);
        }}
      />
    </Card>
  );
}
