'use client';

import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import { ProgressBar } from '@/client/ui/progress-bar';
import type { ClassSeen } from '@/protocol/class-import';
import { ImportRefused } from './import-refused';
import { useImport } from './use-import';

interface Props {
  /** Lessons that this version knows, by their ids. */
  lessonTitles: Readonly<Record<string, string>>;
}

/** Brings a class here that another server has exported: a file is chosen, looked at, and then imported. */
export function ImportClass({ lessonTitles }: Props) {
  const t = useTranslations('review.import');
  const [open, setOpen] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const { state, take, bring, reset } = useImport();
  const isBusy = state.at === 'sending' || state.at === 'importing';
  return (
    <>
      <Button icon={<Upload aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={(next) => {
          // What is being written cannot be stopped half-way.
          if (state.at === 'importing') return;
          setOpen(next);
          reset();
        }}
        title={t('title')}
        description={t('lead')}
        actions={
          <>
            <Button
              look={state.at === 'seen' ? 'secondary' : 'primary'}
              busy={isBusy}
              onClick={() => chooser.current?.click()}
            >
              {t(state.at === 'choosing' ? 'choose' : 'chooseOther')}
            </Button>
            {state.at === 'seen' && (
              <Button look="primary" onClick={() => void bring(state.seen)}>
                {t('import')}
              </Button>
            )}
          </>
        }
      >
        <input
          ref={chooser}
          type="file"
          accept="application/json,.json"
          className="hidden"
          aria-label={t('choose')}
          data-testid="class-file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void take(file);
            event.target.value = '';
          }}
        />
        {state.at === 'sending' && (
          <>
            <p className="mb-2">{t(state.share < 1 ? 'sending' : 'looking')}</p>
            <ProgressBar label={t('sending')} value={state.share < 1 ? state.share : null} />
          </>
        )}
        {state.at === 'importing' && (
          <>
            <p className="mb-2">{t('importing')}</p>
            <ProgressBar label={t('importing')} value={null} />
          </>
        )}
        {state.at === 'seen' && <Seen seen={state.seen} title={lessonTitles[state.seen.lessonId] ?? null} />}
        {state.at === 'refused' && <ImportRefused refusal={state.refusal} />}
      </Dialog>
    </>
  );
}

/** What the file holds. */
function Seen({ seen, title }: { seen: ClassSeen; title: string | null }) {
  const t = useTranslations('review.import');
  const review = useTranslations('review');
  const numbers = useNumbers();
  const format = useFormatter();
  const facts = [
    [t('lesson'), title ?? review('unknown.lesson')],
    [t('held'), format.dateTime(seen.startedAt ?? seen.endedAt, 'moment')],
    [t('students'), numbers.integer(seen.students)],
    [t('runs'), numbers.integer(seen.runs)],
    [t('points'), numbers.integer(seen.points)],
    [t('submissions'), numbers.integer(seen.submissions)],
    [t('drawings'), numbers.integer(seen.drawings)],
  ] as const;
  return (
    <div role="status" data-testid="class-seen">
      <dl className="tabular grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
        <dt className="text-ink-soft">{t('digest')}</dt>
        <dd className="font-mono text-xs [overflow-wrap:anywhere]">{seen.digest}</dd>
      </dl>
      <p className="mt-3 text-sm text-ink-soft">{t('whole')}</p>
    </div>
  );
}
