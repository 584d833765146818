'use client';

import { Bot, DoorOpen, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { DryRunClient } from '@/client/dry-run/dry-run-client';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { askServer } from '@/client/review/ask-server';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LinkButton } from '@/client/ui/link-button';
import { Notice } from '@/client/ui/notice';
import { SliderField } from '@/client/ui/slider-field';
import { sayToStay } from '@/client/ui/staying-toast';
import { classPath } from '@/protocol/class-paths';
import type { TeacherView } from '@/protocol/views';

/** As many as a class has. */
const MOST = 30;
const USUAL = 12;

/** The simulated students of a dry run: they live in this page, and come by the room's own door. Afterwards the class is removed or kept. */
export default function DryRunCard({ view }: { view: TeacherView }) {
  const t = useTranslations('console.dryRun');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  const router = useRouter();
  const [client] = useState(() => new DryRunClient());
  const state = useSyncExternalStore(client.subscribe, client.state, client.state);
  const [wanted, setWanted] = useState(USUAL);
  const [busy, setBusy] = useState(false);
  const titleId = useId();
  const { id, code, phase, dealSeed } = view.class;
  useEffect(() => () => client.end(), [client]);
  const over = phase === 'ended';
  useEffect(() => {
    if (over) client.end();
  }, [client, over]);

  const begin = () =>
    client.begin({
      code,
      origin: location.origin,
      seed: dealSeed,
      nicknames: t('names').split(' ').slice(0, wanted),
    });
  const remove = async () => {
    setBusy(true);
    const answer = await askServer('DELETE', classPath(id));
    setBusy(false);
    if (answer !== 'offline' && answer.ok) router.push('/teach');
    else
      sayToStay('error', t('notRemoved'), {
        description: answer === 'offline' ? errors('offline') : refusalText(answer.code),
      });
  };

  if (over)
    return (
      <Card as="section" title={t('title')} data-testid="dry-run">
        <p className="mb-3 text-ink-soft">{t('overText')}</p>
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            busy={busy}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => void remove()}
          >
            {t('remove')}
          </Button>
          <LinkButton href={`/review/${id}`} prefetch={false}>
            {t('keep')}
          </LinkButton>
        </div>
      </Card>
    );
  if (state.status === 'here')
    return (
      <section
        aria-labelledby={titleId}
        data-testid="dry-run"
        className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface-raised px-4 py-2 shadow-card"
      >
        <h2 id={titleId} className="text-base">
          {t('title')}
        </h2>
        <p role="status" data-here={state.here} title={t('text')} className="flex-1 text-sm">
          {t('here', { count: state.here })}
        </p>
        <Button size="sm" icon={<DoorOpen aria-hidden="true" />} onClick={() => client.end()}>
          {t('end')}
        </Button>
        {state.refusal !== null && <Notice tone="warn">{refusalText(state.refusal)}</Notice>}
      </section>
    );
  return (
    <Card as="section" title={t('title')} data-testid="dry-run">
      <p className="mb-3 text-sm text-ink-soft">{t('text')}</p>
      <div className="flex flex-wrap items-end gap-3">
        <SliderField
          label={t('count')}
          value={wanted}
          onChange={setWanted}
          min={1}
          max={MOST}
          step={1}
          className="min-w-40 flex-1"
        />
        <Button icon={<Bot aria-hidden="true" />} onClick={begin}>
          {t('begin')}
        </Button>
        {state.status === 'failed' && <Notice tone="error">{t('failed')}</Notice>}
      </div>
    </Card>
  );
}
