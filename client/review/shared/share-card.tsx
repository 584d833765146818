'use client';

import { Share2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import { useFormatter, useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { askServer } from '@/client/review/ask-server';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { Checkbox } from '@/client/ui/checkbox';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { CopyButton } from '@/client/ui/copy-button';
import { sayToStay } from '@/client/ui/staying-toast';
import type { RefusalCode } from '@/protocol/refusals';
import { type ShareEntry, type ShareMade, sharedPath, sharesPath } from '@/protocol/share';

interface Props {
  classId: string;
  shares: readonly ShareEntry[];
}

/** Links by which anybody may look at the class: with names or without, when they were used last, and the way to take them back. */
export function ShareCard({ classId, shares: given }: Props) {
  const t = useTranslations('review.share');
  const errors = useTranslations('errors');
  const format = useFormatter();
  const refusalText = useRefusalText();
  const [shares, setShares] = useState(given);
  const [named, setNamed] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const [removing, setRemoving] = useState<ShareEntry | null>(null);
  const [origin, setOrigin] = useState('');
  useEffect(() => setOrigin(location.origin), []);

  const fail = (answer: { code: RefusalCode } | 'offline') =>
    sayToStay('error', t('failed'), {
      description: answer === 'offline' ? errors('offline') : refusalText(answer.code),
    });
  const make = async () => {
    const answer = await askServer<ShareMade>('POST', sharesPath(classId), { named });
    if (answer === 'offline' || !answer.ok) return fail(answer);
    setShares((all) => [...all, answer.share]);
    setMade(sharedPath(answer.token));
  };
  const remove = async ({ id }: ShareEntry) => {
    const answer = await askServer('DELETE', `${sharesPath(classId)}/${id}`);
    if (answer === 'offline' || !answer.ok) return fail(answer);
    setShares((all) => all.filter((one) => one.id !== id));
    setMade(null);
    toast.success(t('removed'));
  };

  return (
    <Card as="section" title={t('title')}>
      <p className="-mt-1 mb-3 max-w-[70ch] text-sm text-ink-soft">{t('text')}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button icon={<Share2 aria-hidden="true" />} onClick={() => void make()}>
          {t('make')}
        </Button>
        <Checkbox label={t('withNames')} checked={named} onChange={setNamed} />
      </div>
      {made !== null && (
        <div role="status" className="mt-3 rounded-md border border-line bg-surface-sunken p-3">
          <p className="text-sm">{t('once')}</p>
          <p className="mt-1 flex flex-wrap items-center gap-3">
            <a
              data-testid="shared-link"
              translate="no"
              href={made}
              className="min-w-0 text-ink underline [overflow-wrap:anywhere]"
            >{`${origin}${made}`}</a>
            <CopyButton size="sm" text={`${origin}${made}`} label={t('copy')} />
          </p>
        </div>
      )}
      {shares.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-t border-line">
          {shares.map((share, index) => (
            <li
              key={share.id}
              className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1.5 text-sm"
            >
              <span className="min-w-0 flex-1 basis-52">
                <span className="font-semibold">{t(share.named ? 'named' : 'anonymous')}</span>
                <span className="block text-ink-soft">
                  {t('made', { time: format.dateTime(share.madeAt, 'moment') })}
                </span>
              </span>
              <span className="text-ink-soft">
                {share.lastSeenAt === null
                  ? t('neverSeen')
                  : t('lastSeen', { time: format.dateTime(share.lastSeenAt, 'moment') })}
              </span>
              <Button
                size="sm"
                aria-label={t('removeOf', { number: index + 1 })}
                onClick={() => setRemoving(share)}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(open) => open || setRemoving(null)}
        title={t('removeTitle')}
        description={t('removeText')}
        confirmLabel={t('remove')}
        danger
        onConfirm={async () => {
          if (removing) await remove(removing);
        }}
      />
    </Card>
  );
}
