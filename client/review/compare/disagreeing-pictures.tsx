'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import { useDatasetWords } from '@/client/i18n/use-dataset-words';
import { useNumbers } from '@/client/i18n/use-numbers';
import { RunMark } from '@/client/review/run-mark';
import { Button } from '@/client/ui/button';
import { ProgressBar } from '@/client/ui/progress-bar';
import type { AskedNetworks } from './asked-networks';
import type { NamedPictureRun } from './compared-run';
import { type Disagreement, disagreements, type Sureness, sureness } from './disagreements';
import { type Reliability, reliability } from './reliability';
import { ReliabilityPicture } from './reliability-picture';
import { SurenessTable } from './sureness-table';

interface Props {
  networks: AskedNetworks;
  runs: readonly NamedPictureRun[];
  onFail(): void;
}

interface Read {
  pictures: number;
  found: Disagreement[];
  sure: Sureness[];
  reliable: Reliability[];
}

/** Pictures that are shown at first, and how many more each time. */
const AT_ONCE = 12;

/** The validation pictures on which the networks do not agree, the surest disagreement first. */
export function DisagreeingPictures({ networks, runs, onFail }: Props) {
  const t = useTranslations('runs.networks');
  const numbers = useNumbers();
  const [done, setDone] = useState(0);
  const [read, setRead] = useState<Read | null>(null);
  const [shown, setShown] = useState(AT_ONCE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: networks are read once; who asks again makes new ones.
  useEffect(() => {
    let gone = false;
    networks
      .readValidation((count) => gone || setDone(count))
      .then((answers) => {
        if (gone) return;
        const pictures = answers[0]?.labels.length ?? 0;
        setRead({
          ...{ pictures, found: disagreements(answers) },
          ...{ sure: answers.map(sureness), reliable: answers.map(reliability) },
        });
      })
      .catch(() => gone || onFail());
    return () => {
      gone = true;
    };
  }, [networks]);
  if (!read)
    return (
      <ProgressBar
        label={t('reading')}
        value={done / runs.length}
        valueText={t('readSoFar', { count: done, all: runs.length })}
      />
    );
  return (
    <section aria-label={t('disagree')}>
      <h3 className="mb-1 text-lg">{t('disagree')}</h3>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">
        {t('disagreeSays', { count: read.found.length, all: numbers.integer(read.pictures) })}
      </p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-4" data-testid="disagreements">
        {read.found.slice(0, shown).map((one) => (
          <Picture key={one.index} one={one} networks={networks} runs={runs} />
        ))}
      </ul>
      {read.found.length > shown && (
        <Button size="sm" className="mt-3" onClick={() => setShown(shown + AT_ONCE)}>
          {t('more')}
        </Button>
      )}
      <SurenessTable runs={runs} sure={read.sure} />
      <h4 className="mt-5 mb-1 font-semibold">{t('reliability.title')}</h4>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('reliability.lead')}</p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))] gap-5">
        {runs.map(({ run, label }, index) => (
          <ReliabilityPicture key={run.id} name={label} of={read.reliable[index]!} />
        ))}
      </div>
    </section>
  );
}

function Picture({
  one,
  networks,
  runs,
}: {
  one: Disagreement;
  networks: AskedNetworks;
  runs: readonly NamedPictureRun[];
}) {
  const t = useTranslations('runs.networks');
  const { labels } = useDatasetWords(runs[0]!.run.experiment.dataset);
  const numbers = useNumbers();
  const [pixels, setPixels] = useState<Uint8Array | null>(null);
  useEffect(() => {
    let gone = false;
    networks
      .picture(one.index)
      .then((picture) => gone || setPixels(picture))
      // The words beside it say what it is of.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [networks, one.index]);
  return (
    <li className="rounded-md border border-line p-2.5">
      <div className="size-28">
        {pixels && (
          <PictureCanvas pixels={pixels} size={112} label={t('pictureOf', { label: labels[one.label]! })} />
        )}
      </div>
      <p className="mt-1.5 text-sm font-semibold">{t('is', { label: labels[one.label]! })}</p>
      <ul className="tabular mt-1 text-sm">
        {runs.map(({ run, label }, index) => (
          <li key={run.id} className="flex items-center gap-1.5" title={label}>
            <RunMark id={run.id} className="size-4" />
            <span className="sr-only">{label}</span>
            <span
              className={`truncate ${one.answers[index] === one.label ? 'text-ink' : 'font-semibold text-negative'}`}
            >
              {labels[one.answers[index]!]}
            </span>
            <span className="ml-auto text-ink-soft">{numbers.percent(one.shares[index]!, 0)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
