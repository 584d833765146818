'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useReached } from '@/client/benches/frame/use-reached';
import { useShares } from '@/client/i18n/use-shares';
import { AccuracyCurve } from './accuracy-curve';
import { DataControls } from './data-controls';
import { DeskNotices } from './desk-notices';
import { type DeskNow, kindsCompared, picturesIn, spoiltIn } from './desk-now';
import { LabelCounts } from './label-counts';
import { useLabelNames } from './label-names';
import { LabelScores, scoresOf } from './label-scores';
import { NetworkChoice } from './network-choice';
import { PastTries } from './past-tries';
import { PoolSheet } from './pool-sheet';
import { SourceChoice } from './source-choice';
import { TrainBar } from './train-bar';
import { usePoolDesk } from './use-pool-desk';
import { useWholeData } from './use-whole-data';

/** A small network learns from the pool; with `spoil` the data can be made worse first. */
export default function PoolTrain({ options, place }: BenchProps<'pool-train'>) {
  const t = useTranslations('pool');
  const used = usePoolDesk(place);
  const facts = used?.now.pool.facts ?? null;
  const names = useLabelNames(facts);
  useWholeData(used?.desk ?? null, used?.now.source ?? null, !options.spoil);
  useSaidWhenOver(used?.now.run ?? null, place.announce);
  useReached(place, 'run', Number(used?.now.run?.state === 'finished'), 1);
  const trained = used?.now.run ?? null;
  useFacts<'pool-train'>(
    place,
    trained && {
      finished: trained.state === 'finished',
      hidden: String(trained.network),
      spoilt: spoiltIn(trained.data),
      compared: kindsCompared(used?.now.past ?? []),
    },
  );
  if (!used || !facts) {
    return (
      <PoolSheet label={t('train.bench')} held={place.held} ready={false}>
        {null}
      </PoolSheet>
    );
  }
  const { desk, now } = used;
  const { run } = now;
  const learnt = facts.counts.map((count, label) => count - (facts.heldBack[label] ?? 0));
  return (
    <PoolSheet label={t('train.bench')} held={place.held} ready>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-start gap-x-6 gap-y-3 empty:hidden">
          <SourceChoice desk={desk} source={now.source} />
          <NetworkChoice
            network={now.network}
            labelCount={names.length}
            onChange={(network) => desk.setNetwork(network)}
          />
        </div>
        {options.spoil && (
          <DataControls data={now.data} names={names} onChange={(data) => desk.setData(data)} />
        )}
        <TrainBar desk={desk} now={now} held={place.held} />
        <DeskNotices desk={desk} now={now} comparing={options.spoil} />
        <div className="grid items-start gap-x-8 gap-y-5 md:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <section aria-label={t('train.learns')}>
              <h2 className="mb-1.5 font-sans text-sm font-semibold tracking-normal">
                {t(run ? 'train.learns' : 'train.there')}
              </h2>
              <LabelCounts names={names} counts={run?.counts ?? learnt} heldBack={null} />
              <p className="mt-1.5 min-h-[1.5em] text-xs text-ink-soft">
                {run && t('train.validates', { count: run.validationCount })}
              </p>
            </section>
            {options.spoil && <PastTries past={now.past} names={names} />}
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <AccuracyCurve run={run} labelCount={names.length} />
            <LabelScores
              scores={scoresOf(run?.standing.confusion ?? [])}
              names={names}
              title={t('scores.validation')}
            />
          </div>
        </div>
      </div>
    </PoolSheet>
  );
}

/** Reads out what a training came to. */
function useSaidWhenOver(run: DeskNow['run'], announce: (words: string) => void): void {
  const t = useTranslations('pool.train');
  const shares = useShares();
  const state = run?.state ?? 'ready';
  const before = useRef(state);
  useEffect(() => {
    const was = before.current;
    before.current = state;
    if (was === state || state !== 'finished') return;
    announce(
      t('finished', {
        accuracy: shares.of(run?.standing.accuracy, picturesIn(run?.counts ?? [])),
        validation: shares.both(run?.standing.validationAccuracy, run?.validationCount ?? 0),
      }),
    );
  }, [state, run, announce, t, shares]);
}
