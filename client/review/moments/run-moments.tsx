'use client';

import { Microscope } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSlowed } from '@/client/charts/use-slowed';
import { useNumbers } from '@/client/i18n/use-numbers';
import { INSIDE_HASH } from '@/client/review/inside-path';
import { PointsData } from '@/client/review/points-data';
import { RunCurves } from '@/client/review/run-curves';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { SliderField } from '@/client/ui/slider-field';
import { hasPoints } from '@/engine/runs/points-experiment';
import { stepsPerEpochOfRun } from '@/engine/runs/run-sizes';
import type { CheckpointListing } from '@/protocol/checkpoints';
import type { Point, PointsRun, RunSummary } from '@/protocol/run';
import { isOnPoints, trainsPictures } from '@/protocol/run-kind';
import type { ContinueAt } from './continue-at';
import { MomentNetwork } from './moment-network';
import { MomentTable } from './moment-table';
import { momentsOfRun, type RunMoment } from './moments-of-run';
import { PointsMoment } from './points-moment';
import { repeatableSteps } from './repeatable';

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
  /** Where pictures are trained on; null: of points, which the lab trains. */
  continueAt: ContinueAt | null;
}

/** Milliseconds that a slider has to rest before its moment is fetched and built. */
const SETTLED_MS = 250;

/** Whether a run is on points that its student brought, which nobody has kept. */
const isOnOwn = ({ experiment }: RunSummary) => isOnPoints(experiment) && !hasPoints(experiment);

/** Whether the network of its start can be made from its seed. */
const hasStart = (run: RunSummary) =>
  run.continues === undefined && !(isOnPoints(run.experiment) && (run.experiment.otherStart || isOnOwn(run)));

/** A run's curves, the moments of it that were kept, and its network at one of them, or at any step where that can be computed again. */
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
    () => momentsOfRun(checkpoints, stepsPerEpochOfRun(run.experiment), hasStart(run)),
    [checkpoints, run],
  );
  const again = useMemo(() => repeatableSteps(run, checkpoints), [run, checkpoints]);
  const anyStep = typeof again === 'string' ? null : again;
  const [step, setStep] = useState(moments.at(-1)?.step ?? anyStep?.from ?? 0);
  const settled = useSlowed(step, SETTLED_MS);
  const [open, setOpen] = useState(() => location.hash === `#${INSIDE_HASH}`);
  const network = useRef<HTMLDivElement>(null);
  // This comes after the page: the browser had nothing to go to.
  useEffect(() => {
    if (location.hash === `#${INSIDE_HASH}`) network.current?.scrollIntoView();
  }, []);
  const index = moments.findIndex((moment) => moment.step === step);
  const momentAt = (at: number): RunMoment | undefined =>
    moments.find((moment) => moment.step === at) ?? (anyStep ? momentBetween(run, points, at) : undefined);
  const chosen = momentAt(step);
  const stands = momentAt(settled);
  const kept = useMemo(() => checkpoints.map(({ step }) => step).sort((a, b) => a - b), [checkpoints]);
  const shown = { points, weightsAddress, reader };
  const nameOf = (step: number) => (step === 0 ? t('start') : t('step', { step: numbers.integer(step) }));
  return (
    <>
      <Card as="section" title={curves('curves')} graphPaper>
        <div className="min-h-80">
          <RunCurves run={run} points={points} mark={chosen?.step} />
        </div>
        {points.length > 0 && <PointsData points={points} />}
        {anyStep ? (
          <SliderField
            className="mt-4"
            label={t('slider')}
            min={anyStep.from}
            max={anyStep.to}
            value={step}
            onChange={setStep}
            format={nameOf}
            valueWidth={14}
            hint={t('anyStep.hint')}
          />
        ) : (
          moments.length > 1 && (
            <SliderField
              className="mt-4"
              label={t('slider')}
              min={0}
              max={moments.length - 1}
              value={index}
              onChange={(at) => setStep(moments[at]!.step)}
              format={(at) => nameOf(moments[at]!.step)}
              valueWidth={14}
            />
          )
        )}
      </Card>
      <div ref={network} className="scroll-mt-4" />
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
          {t(checkpoints.length > 0 ? 'lead' : isOnOwn(run) ? 'ownPoints' : 'none')}
        </p>
        {again !== null && !isOnOwn(run) && (
          <p className="mb-3 max-w-prose text-sm text-ink-soft">
            {typeof again === 'string' ? t(`anyStep.why.${again}`) : t('anyStep.lead')}
          </p>
        )}
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
          <MomentTable
            moments={moments}
            measuredOn={trainsPictures(run) ? 'validation' : 'test'}
            chosen={index}
            nameOf={nameOf}
            onChoose={(at) => setStep(moments[at]!.step)}
          />
        )}
        {open &&
          stands &&
          (trainsPictures(run) ? (
            <MomentNetwork
              run={run}
              moment={stands}
              name={nameOf(stands.step)}
              {...shown}
              continueAt={continueAt!}
              kept={kept}
              repeatable={anyStep}
              onStopped={setStep}
            />
          ) : (
            <PointsMoment run={run as PointsRun} moment={stands} name={nameOf(stands.step)} {...shown} />
          ))}
      </Card>
    </>
  );
}

/** A step between kept moments: what the curve has of it. */
function momentBetween(run: RunSummary, points: readonly Point[], step: number): RunMoment {
  const point = points.find((each) => each.step === step);
  return {
    step,
    epoch: step / stepsPerEpochOfRun(run.experiment),
    validationLoss: point?.validationLoss ?? null,
    validationAccuracy: point?.validationAccuracy ?? null,
    findings: null,
    best: false,
  };
}
