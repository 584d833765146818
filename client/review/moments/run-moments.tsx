'use client';

import { Microscope } from 'lucide-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSlowed } from '@/client/charts/use-slowed';
import { useNumbers } from '@/client/i18n/use-numbers';
import { RunCurves } from '@/client/review/run-curves';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { SliderField } from '@/client/ui/slider-field';
import { stepsPerEpoch } from '@/engine/training/schedule';
import type { CheckpointListing } from '@/protocol/checkpoints';
import type { Point, RunSummary } from '@/protocol/run';
import type { ContinueAt } from './continue-at';
import { MomentNetwork } from './moment-network';
import { MomentTable } from './moment-table';
import { momentsOfRun } from './moments-of-run';

interface Props {
  run: RunSummary;
  points: readonly Point[];
  /** The kept moments, in order. */
  checkpoints: readonly CheckpointListing[];
  /** Where the weights of a moment are. */
  weightsAddress: (step: number) => string;
  reader: 'student' | 'teacher';
  /** The page of the run with whose weights this one began; null: it began with its seed's, or that page is not there. */
  originHref: string | null;
  continueAt: ContinueAt;
}

/** Milliseconds that a slider has to rest before its moment is fetched and built. */
const SETTLED_MS = 250;

/** A run's curves, the moments of it that were kept, and its network at one of them. */
export function RunMoments({
  run,
  points,
  checkpoints,
  weightsAddress,
  reader,
  originHref,
  continueAt,
}: Props) {
  const t = useTranslations('review.moments');
  const curves = useTranslations('review.run');
  const numbers = useNumbers();
  const moments = useMemo(
    () => momentsOfRun(checkpoints, stepsPerEpoch(run.experiment), run.continues === undefined),
    [checkpoints, run.experiment, run.continues],
  );
  const [index, setIndex] = useState(moments.length - 1);
  const settled = useSlowed(index, SETTLED_MS);
  const [open, setOpen] = useState(false);
  const chosen = moments[index];
  const stands = moments[settled];
  const nameOf = (step: number) => (step === 0 ? t('start') : t('step', { step: numbers.integer(step) }));
  return (
    <>
      <Card as="section" title={curves('curves')} graphPaper>
        <div className="min-h-80">
          <RunCurves run={run} points={points} mark={chosen?.step} />
        </div>
        {moments.length > 1 && (
          <SliderField
            className="mt-4"
            label={t('slider')}
            min={0}
            max={moments.length - 1}
            value={index}
            onChange={setIndex}
            format={(at) => nameOf(moments[at]!.step)}
            valueWidth={14}
          />
        )}
      </Card>
      <Card
        as="section"
        title={t('title')}
        actions={
          chosen &&
          !open && (
            <Button look="primary" icon={<Microscope aria-hidden="true" />} onClick={() => setOpen(true)}>
              {t('open')}
            </Button>
          )
        }
      >
        <p className="mb-3 max-w-prose text-sm text-ink-soft">
          {t(checkpoints.length === 0 ? 'none' : 'lead')}
        </p>
        {run.continues && (
          <p className="mb-3 flex flex-wrap gap-x-2">
            <span>{t('continues', { step: numbers.integer(run.continues.step) })}</span>
            {originHref !== null && (
              <Link
                href={originHref}
                prefetch={false}
                className="text-ink underline decoration-1 underline-offset-[0.2em]"
              >
                {t('toOther')}
              </Link>
            )}
          </p>
        )}
        {moments.length > 0 && (
          <MomentTable moments={moments} chosen={index} nameOf={nameOf} onChoose={setIndex} />
        )}
        {open && stands && (
          <MomentNetwork
            run={run}
            points={points}
            moment={stands}
            name={nameOf(stands.step)}
            weightsAddress={weightsAddress}
            reader={reader}
            continueAt={continueAt}
          />
        )}
      </Card>
    </>
  );
}
