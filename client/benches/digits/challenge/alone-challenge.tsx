'use client';

import { useTranslations } from 'use-intl';
import { halfWidth, wilsonInterval } from '@/base/wilson';
import type { AloneChallengePlace } from '@/client/benches/digits/digits-place';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { useShares } from '@/client/i18n/use-shares';
import { type AloneAttempts, barsReached } from '@/client/training/alone-attempts';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import { Notice } from '@/client/ui/notice';
import { Stat } from '@/client/ui/stat';
import { DATASETS } from '@/protocol/datasets';
import { AttemptList } from './attempt-list';
import { Bars } from './bars';
import { PicturesChoice } from './pictures-choice';
import { RaceCard } from './race-card';

interface Props {
  training: BenchTraining;
  snapshot: TrainingSnapshot;
  attempts: AloneAttempts;
  place: AloneChallengePlace;
  /** Brings the training bench to the front. */
  onTrain(): void;
}

/** The challenge with no class: this browser judges, bars are to be passed, and the own best is to be beaten. */
export function AloneChallenge({ training, snapshot, attempts, place, onTrain }: Props) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const shares = useShares();
  const { dataset } = snapshot.draft;
  const { check } = DATASETS[dataset];
  const best = attempts.best[0] ?? null;
  const share = best && best.right / best.pictures;
  const luck = numbers.decimal(100 * halfWidth(share ?? 0.9, check.count), 0);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
      <div className="flex flex-col gap-4">
        {place.pictures && <PicturesChoice {...place.pictures} />}
        <Card as="section" title={t('challenge.yours')} graphPaper>
          {best === null || share === null ? (
            <p className="text-ink-soft">{t('challenge.none')}</p>
          ) : (
            <>
              <dl>
                <Stat
                  size="lg"
                  label={t('challenge.best')}
                  value={shares.of(share, best.pictures)}
                  tone="positive"
                />
              </dl>
              <p className="tabular text-sm text-ink-soft">
                {t('solo.interval', interval(share, best.pictures))}
              </p>
            </>
          )}
          <Bars dataset={dataset} best={share} />
          <Outcome training={training} snapshot={snapshot} />
          <div className="mt-3 flex justify-end">
            <Button size="sm" onClick={onTrain}>
              {t('challenge.toTraining')}
            </Button>
          </div>
        </Card>
      </div>
      <div className="flex flex-col gap-4">
        {place.minutes !== null && (
          <RaceCard
            attempts={attempts}
            minutes={place.minutes}
            onStart={() => training.race(place.minutes!)}
          />
        )}
        <Card as="section" title={t('challenge.title')}>
          <p>{t('solo.text', { pictures: numbers.integer(check.count) })}</p>
          <p className="mt-2 text-sm text-ink-soft">{t('solo.honest', { points: luck })}</p>
        </Card>
        <AttemptList attempts={attempts} />
      </div>
    </div>
  );

  function interval(of: number, pictures: number) {
    const { low, high } = wilsonInterval(of, pictures);
    return { low: numbers.percent(low, 1), high: numbers.percent(high, 1) };
  }
}

/** What came of the newest submission, or that it is on its way. */
function Outcome({ training, snapshot }: Pick<Props, 'training' | 'snapshot'>) {
  const t = useTranslations('bench');
  const common = useTranslations('common');
  const numbers = useNumbers();
  const shares = useShares();
  const refusalText = useRefusalText();
  const { submitting, submissionRefusal: refusal } = snapshot;
  const scored = snapshot.current?.scored ?? null;
  const passed = scored && barsReached(scored.accuracy, DATASETS[snapshot.draft.dataset].check.bars);
  return (
    <LiveRegion visible className="mt-3 flex flex-col gap-2 empty:hidden">
      {submitting ? (
        <p className="text-sm">{t('solo.reading')}</p>
      ) : refusal !== null ? (
        <Notice
          tone="error"
          announce={false}
          title={t('challenge.refused')}
          action={
            <Button size="sm" onClick={() => void training.submit()}>
              {t('challenge.again')}
            </Button>
          }
        >
          {refusal === 'internal' ? t('solo.failed') : refusalText(refusal)}
        </Notice>
      ) : (
        scored && (
          <Notice
            tone={scored.best ? 'success' : 'info'}
            title={`${common('behindName', { name: t('challenge.last') })} ${shares.of(scored.accuracy, scored.pictures)}`}
          >
            {[
              t('solo.scored', {
                right: numbers.integer(Math.round(scored.accuracy * scored.pictures)),
                pictures: numbers.integer(scored.pictures),
                ms: numbers.duration(scored.milliseconds),
              }),
              passed ? t('solo.barsPassed', { passed }) : t('solo.noBar'),
              t(scored.best ? 'challenge.newBest' : 'solo.notBest'),
            ].join(' ')}
          </Notice>
        )
      )}
    </LiveRegion>
  );
}
