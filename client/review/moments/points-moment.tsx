'use client';

import { FlaskConical, GitBranch } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatHash } from '@/client/benches/playground/model/bench-link';
import { keepLeft } from '@/client/benches/playground/model/kept-weights';
import { worksOf } from '@/client/benches/playground/model/open-playground';
import { useBenchModel } from '@/client/benches/playground/model/use-bench-model';
import { PlaygroundSheet } from '@/client/benches/playground/playground-sheet';
import { FindingList } from '@/client/doctor/finding-list';
import { LAB_PLACE } from '@/client/lab/lab-place';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { PlainLinkButton } from '@/client/ui/plain-link-button';
import { Skeleton } from '@/client/ui/skeleton';
import { shownSpiral, spiralChallenge } from '@/engine/challenges/spiral';
import type { ControlId } from '@/engine/playground/setup';
import { pointsSetup } from '@/engine/runs/points-experiment';
import type { Work } from '@/protocol/bench-work';
import type { Point, PointsRun } from '@/protocol/run';
import { weightsFetcher } from './fetch-weights';
import type { RunMoment } from './moments-of-run';

interface Props {
  run: PointsRun;
  points: readonly Point[];
  moment: RunMoment;
  /** What the moment is called. */
  name: string;
  weightsAddress: (step: number) => string;
  reader: 'student' | 'teacher';
}

/** What has no place beside a network that is only looked at; its settings stand below. */
const HIDDEN: readonly ControlId[] = [
  ...(['play', 'step', 'reset', 'points', 'own-data', 'noise', 'split', 'activation', 'loss'] as const),
  ...(['optimizer', 'learning-rate', 'batch-size', 'regularisation', 'start', 'seed', 'stop'] as const),
];

/** The weights of a moment; null: they are on their way, or it is the start, which the seed gives. */
type Fetched = { step: number; weights: Float32Array | null } | 'failed' | null;

/** The 2-D bench as it stood at a moment of a run: its surface, its units and weights, and the way to train on in the lab. */
export function PointsMoment({ run, points, moment, name, weightsAddress, reader }: Props) {
  const t = useTranslations('review.moments');
  const [fetched, setFetched] = useState<Fetched>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run's page is of one run; the address is made anew with each drawing.
  const weightsAt = useMemo(() => weightsFetcher(weightsAddress), [run.id]);
  const { step } = moment;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks anew.
  useEffect(() => {
    let gone = false;
    Promise.resolve(step === 0 ? null : weightsAt(step)).then(
      (weights) => gone || setFetched({ step, weights }),
      () => gone || setFetched('failed'),
    );
    return () => {
      gone = true;
    };
  }, [weightsAt, step, tries]);
  const stands = fetched !== null && fetched !== 'failed' ? fetched : null;
  return (
    <div
      data-testid="moment-network"
      data-step={stands?.step === step ? step : ''}
      aria-busy={stands?.step !== step && fetched !== 'failed'}
      className="mt-6 flex flex-col gap-6"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="text-lg">{t('networkAt', { moment: name })}</h3>
        <IntoLab run={run} stands={stands} />
      </div>
      {fetched === 'failed' && (
        <Notice
          tone="error"
          title={t('failed')}
          action={
            <Button size="sm" onClick={() => setTries(tries + 1)}>
              {t('again')}
            </Button>
          }
        >
          {t('continueFailed')}
        </Notice>
      )}
      {stands ? (
        <>
          <Standing run={run} points={points} stands={stands} />
          <section aria-label={t('doctorThen')} className="flex flex-col gap-2">
            <h3 className="text-lg">{t('doctorThen')}</h3>
            {moment.findings === null || moment.findings.length === 0 ? (
              <p className="text-sm text-ink-soft">
                {t(moment.findings === null ? 'notAsked' : 'nothingFound')}
              </p>
            ) : (
              <FindingList findings={moment.findings} reader={reader} />
            )}
          </section>
        </>
      ) : (
        fetched !== 'failed' && <Skeleton className="h-110 w-full" />
      )}
    </div>
  );
}

type Stands = { step: number; weights: Float32Array | null };

/** The bench, which shows another's work and takes no hand. */
function Standing({ run, points, stands }: Pick<Props, 'run' | 'points'> & { stands: Stands }) {
  const t = useTranslations('review.moments');
  const { experiment } = run;
  const setup = pointsSetup(experiment);
  const shown = useMemo<readonly Work[]>(
    () => worksOf(experiment.setup, stands, curveUpTo(points, stands.step)),
    [experiment, points, stands],
  );
  const dealt = useMemo(() => {
    const { dealt: seed } = experiment;
    return seed === undefined ? null : { points: shownSpiral(spiralChallenge.deal(seed), seed), seed };
  }, [experiment]);
  const bench = useBenchModel({ place: { ...LAB_PLACE, shown }, initial: setup, dealt, link: 'none' });
  if (!bench) return <Skeleton className="h-110 w-full" />;
  return (
    <PlaygroundSheet
      bench={bench}
      label={t('network')}
      held={t('asItWas')}
      hidden={HIDDEN}
      announce={nothing}
    />
  );
}

/** The ways to the lab: its settings as a new training, or on from the moment. A challenge's points are not there. */
function IntoLab({ run, stands }: Pick<Props, 'run'> & { stands: Stands | null }) {
  const t = useTranslations('review.moments');
  const setup = pointsSetup(run.experiment);
  if (run.experiment.dealt !== undefined) return null;
  const href = `/lab${formatHash(setup, null)}`;
  const weights = stands?.weights;
  return (
    <div className="flex flex-wrap gap-2">
      {weights && (
        <Button
          icon={<GitBranch aria-hidden="true" />}
          onClick={() => {
            keepLeft(LAB_PLACE, setup, { weights, step: stands.step });
            // A whole page: what stands on the bench there is read anew.
            location.assign(href);
          }}
        >
          {t('continue')}
        </Button>
      )}
      <PlainLinkButton href={href} icon={<FlaskConical aria-hidden="true" />}>
        {t('inLab')}
      </PlainLinkButton>
    </div>
  );
}

const curveUpTo = (points: readonly Point[], step: number) =>
  points.flatMap(({ step: at, loss, validationLoss }) =>
    at <= step && loss !== null && validationLoss !== null
      ? [{ step: at, train: loss, test: validationLoss }]
      : [],
  );

function nothing(): void {}
