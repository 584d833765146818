'use client';

import { Download, Eye, Trash2, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { LabelCounts } from '@/client/benches/pool/label-counts';
import { useWall } from '@/client/benches/pool/wall/use-wall';
import { useWallNames } from '@/client/benches/pool/wall/use-wall-names';
import { useConsole } from '@/client/console/console-context';
import { May } from '@/client/console/may';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { ConfirmDialog } from '@/client/ui/confirm-dialog';
import { PlainLinkButton } from '@/client/ui/plain-link-button';
import { sayToStay } from '@/client/ui/staying-toast';
import { poolPaths } from '@/protocol/pool-rules';
import type { Answer } from '@/protocol/refusals';
import type { TeacherView } from '@/protocol/views';
import { LabelSettings } from './label-settings';
import { ModerationSheet } from './moderation-sheet';
import { uploadPool } from './upload-pool';

/** The teacher's hand on the class's pool: labels, counts, looking through, keeping and taking in. */
export default function PoolCard({ view }: { view: TeacherView }) {
  const t = useTranslations('pool.teacher');
  const say = useTranslations('datasets');
  const refusalText = useRefusalText();
  const { session, offlineReason } = useConsole();
  const { code } = view.class;
  const { facts, pictures } = useWall(session, code);
  const names = useWallNames(facts, view.class);
  const [looking, setLooking] = useState(false);
  const [clearing, setClearing] = useState(false);
  const [busy, setBusy] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  const tell = (answer: Answer, done: string) => {
    if (answer.ok) toast.success(done);
    else sayToStay('error', refusalText(answer.code));
    return answer.ok;
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const answer = await uploadPool(code, file);
    setBusy(false);
    if (!answer.ok || answer.left === 0) {
      tell(answer, answer.ok ? t('importDone', { added: answer.added, left: 0 }) : '');
      return;
    }
    // That some were left out stands nowhere else.
    sayToStay('warning', t('importDone', { added: answer.added, left: answer.left }));
  };

  return (
    <Card
      as="section"
      title={facts?.kind === 'digits' ? say(`${view.class.dataset ?? 'digits'}.ours.title`) : t('title')}
      data-testid="pool-card"
    >
      {facts && (
        <div className="flex flex-col gap-4">
          <LabelCounts names={names} counts={facts.counts} heldBack={facts.heldBack} />
          {!facts.collecting && <p className="text-sm text-ink-soft">{t('closed')}</p>}
          {facts.kind === 'labels' && (
            <LabelSettings
              key={(facts.labels ?? []).join('/')}
              names={names}
              fixed={pictures.length > 0}
              save={async (labels) =>
                tell(await session.pool.ask('pool:label', { labels: labels && [...labels] }), t('saved'))
              }
            />
          )}
          <div className="flex flex-wrap gap-2">
            <Button size="sm" icon={<Eye aria-hidden="true" />} onClick={() => setLooking(true)}>
              {t('look')}
            </Button>
            <May least="owner">
              {pictures.length > 0 && (
                <PlainLinkButton size="sm" href={poolPaths.file(code)} icon={<Download aria-hidden="true" />}>
                  {t('export')}
                </PlainLinkButton>
              )}
              <Button
                size="sm"
                busy={busy}
                disabledReason={offlineReason}
                icon={<Upload aria-hidden="true" />}
                onClick={() => chooser.current?.click()}
              >
                {t('import')}
              </Button>
              <input
                ref={chooser}
                type="file"
                accept="application/json,.json"
                className="hidden"
                aria-label={t('import')}
                data-testid="pool-file"
                onChange={(event) => {
                  void take(event.target.files?.[0]);
                  event.target.value = '';
                }}
              />
            </May>
            <Button
              size="sm"
              look="quiet"
              icon={<Trash2 aria-hidden="true" />}
              disabledReason={offlineReason ?? (pictures.length === 0 ? t('empty') : undefined)}
              onClick={() => setClearing(true)}
            >
              {t('clear')}
            </Button>
          </div>
        </div>
      )}
      <ModerationSheet
        open={looking}
        onClose={() => setLooking(false)}
        pictures={pictures}
        names={names}
        roster={view.roster}
        remove={async (id) => {
          tell(await session.pool.ask('pool:remove', { id }), t('removed'));
        }}
      />
      <ConfirmDialog
        open={clearing}
        onOpenChange={setClearing}
        title={t('clearTitle')}
        description={t('clearText', { count: pictures.length })}
        confirmLabel={t('clearConfirm')}
        danger
        onConfirm={async () => {
          tell(await session.pool.ask('pool:clear', {}), t('cleared'));
        }}
      />
    </Card>
  );
}
