'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Paper } from '@/client/benches/drawing/use-paper';
import { broken } from '@/client/i18n/broken';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { LeakFigure } from '@/client/leak/leak-figure';
import type { LeakHere, SingleSent } from '@/client/leak/use-leak-device';
import type { StudentSession } from '@/client/live/class-session';
import { Button } from '@/client/ui/button';
import { Checkbox } from '@/client/ui/checkbox';
import { LiveRegion } from '@/client/ui/live-region';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { leakNumbers } from '@/protocol/leak-rules';
import type { OwnLeak } from '@/protocol/leak-views';
import { LeakPad } from './leak-pad';

interface Props {
  session: Pick<StudentSession, 'command'>;
  leak: OwnLeak;
  paper: Paper;
  here: LeakHere;
}

/** Sends the gradient of what stands on the paper, with or without leave to show it, and lays what the server read beside it. */
export function LeakSingle({ session, leak, paper, here: { single, sendSingle } }: Props) {
  const t = useTranslations('leak');
  const [mayShow, setMayShow] = useState(false);
  const [asked, setAsked] = useState(false);
  const { id, dataset, left, kept, shown } = leak;
  return (
    <>
      <LeakPad
        dataset={dataset}
        paper={paper}
        legend={t('send')}
        disabledReason={left === 0 ? t('noneLeft') : undefined}
        press={(pixels, label) => {
          setAsked(mayShow);
          return sendSingle(pixels, label, mayShow);
        }}
        failed={(reason) => t('sendFailed', { reason })}
      >
        <div>
          <Checkbox label={t('consent')} checked={mayShow} onChange={setMayShow} />
          <p className="text-xs text-ink-soft">{broken(t('consentHint'))}</p>
        </div>
        <LiveRegion visible className="text-sm">
          {kept ? (
            <p data-testid="leak-kept">{broken(t(shown ? 'keptShown' : 'kept'))}</p>
          ) : (
            single && <p>{broken(t(asked ? 'full' : 'withdrawn'))}</p>
          )}
        </LiveRegion>
        {kept && (
          <Button
            size="sm"
            className="self-start"
            onClick={() => {
              setAsked(false);
              setMayShow(false);
              void session.command({ type: 'leak:withdraw', leakId: id });
            }}
          >
            {t('withdraw')}
          </Button>
        )}
        <p className="tabular text-sm">{t('left', { left })}</p>
      </LeakPad>
      {single && <Came dataset={dataset} single={single} />}
    </>
  );
}

/** CSS pixels of a side: whole multiples of the picture's. */
const SIZE = 140;

function Came({ dataset, single: { drawn, read } }: { dataset: DatasetId; single: SingleSent }) {
  const t = useTranslations('leak');
  const { labels } = useDatasetWords(dataset);
  const same = drawn.reduce((count, pixel, at) => count + Number(pixel === read.pixels[at]), 0);
  const numbers = leakNumbers(dataset);
  return (
    <LiveRegion visible className="flex flex-wrap items-start gap-x-5 gap-y-3 text-sm">
      <LeakFigure pixels={drawn} caption={t('drawn')} size={SIZE} />
      <LeakFigure pixels={read.pixels} caption={t('readOf')} size={SIZE} testId="leak-read" />
      <div
        className="flex min-w-48 max-w-prose flex-1 flex-col gap-2"
        data-testid="leak-same"
        data-same={same}
      >
        <p className="tabular font-semibold">
          {broken(t('same', { same, pixels: DATASETS[dataset].pixels, label: labels[read.label] ?? '' }))}
        </p>
        <p className="tabular">
          {broken(t('numbers', { numbers, kilobytes: Math.round((numbers * 4) / 1000) }))}
        </p>
        <p className="text-ink-soft">{broken(t('why'))}</p>
      </div>
    </LiveRegion>
  );
}
