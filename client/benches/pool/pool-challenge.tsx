'use client';

import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { ChallengeBoard } from '@/client/benches/frame/challenge-board';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useHandIn } from '@/client/benches/frame/use-hand-in';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { useShares } from '@/client/i18n/use-shares';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { totalAccuracy } from '@/engine/pool/score-pool';
import type { LabelScore } from '@/protocol/pool';
import { POOL } from '@/protocol/pool-rules';
import { AccuracyCurve } from './accuracy-curve';
import { DeskNotices } from './desk-notices';
import { useLabelNames } from './label-names';
import { LabelScores } from './label-scores';
import { NetworkChoice } from './network-choice';
import { PoolSheet } from './pool-sheet';
import { SourceChoice } from './source-choice';
import { TrainBar } from './train-bar';
import { usePoolDesk } from './use-pool-desk';
import { useWholeData } from './use-whole-data';

interface Judged {
  accuracy: number;
  perLabel: readonly LabelScore[];
  /** Drawings that judged. */
  count: number;
}

/** Train, then hand in: judged by drawings that no training has seen. */
export default function PoolChallenge({ place }: BenchProps<'pool-challenge'>) {
  const t = useTranslations('pool');
  const numbers = useNumbers();
  const shares = useShares();
  const refusalText = useRefusalText();
  const used = usePoolDesk(place);
  const facts = used?.now.pool.facts ?? null;
  const names = useLabelNames(facts);
  const { handIn, busy, refusal } = useHandIn(place);
  const [judged, setJudged] = useState<Judged | null>(null);
  // What was judged here alone was handed in nowhere.
  useFacts<'pool-challenge'>(
    place,
    judged && { handedIn: true, reached: judged.accuracy >= POOL.goal ? 1 : 0 },
  );
  const [tooFew, setTooFew] = useState(false);
  useWholeData(used?.desk ?? null, used?.now.source ?? null, true);
  if (!used || !facts) {
    return (
      <PoolSheet label={t('challenge.bench')} held={place.held} ready={false}>
        {null}
      </PoolSheet>
    );
  }
  const { desk, now } = used;
  const { run } = now;

  const submit = async () => {
    const answer = await desk.answer();
    if (!answer) return;
    setTooFew(false);
    // Alone it is judged here; own drawings by own drawings, as many as were held back, and on no board.
    const here = await desk.judge(answer);
    const judgedHere = here && {
      accuracy: totalAccuracy(here),
      perLabel: here,
      count: here.reduce((sum, { of }) => sum + of, 0),
    };
    let outcome: Judged;
    if (judgedHere && now.source === 'drawings') {
      if (judgedHere.count < POOL.leastHeldBackTotal) {
        setTooFew(true);
        return;
      }
      outcome = judgedHere;
    } else {
      const result = await handIn(answer);
      if (!result?.ok) return;
      const perLabel = result.perLabel ?? here ?? [];
      const count = perLabel.reduce((sum, { of }) => sum + of, 0);
      outcome = { accuracy: result.value, perLabel, count };
    }
    setJudged(outcome);
    place.announce(t('challenge.result', { accuracy: shares.both(outcome.accuracy, outcome.count) }));
  };

  const best = now.source === 'drawings' ? null : (place.standing?.total ?? null);
  return (
    <>
      <PoolSheet label={t('challenge.bench')} held={place.held} ready>
        <div className="flex flex-col gap-4">
          <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
            <SourceChoice desk={desk} source={now.source} />
            <NetworkChoice
              network={now.network}
              labelCount={names.length}
              onChange={(network) => desk.setNetwork(network)}
            />
          </div>
          <TrainBar desk={desk} now={now} held={place.held} />
          <DeskNotices desk={desk} now={now} />
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2 rounded-md border border-warn/40 bg-warn-soft px-4 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-semibold">{t('challenge.goal', { goal: numbers.percent(POOL.goal, 0) })}</p>
              <p className="min-h-[1.5em] text-sm" role={refusal !== null || tooFew ? 'alert' : undefined}>
                {refusal !== null ? (
                  <span className="font-semibold text-danger">{refusalText(refusal)}</span>
                ) : tooFew ? (
                  <span className="font-semibold text-danger">{refusalText('pool-too-small')}</span>
                ) : (
                  <span className="text-ink-soft">
                    {t(place.kind === 'class' ? 'challenge.byClass' : 'challenge.byAlone')}
                  </span>
                )}
              </p>
            </div>
            <p className="tabular text-sm text-ink-soft">
              {best !== null && t('challenge.best', { accuracy: numbers.percent(best) })}
            </p>
            <Button
              look="primary"
              icon={<Send aria-hidden="true" />}
              busy={busy}
              disabledReason={
                place.held ??
                (run === null || run.standing.step === 0 ? t('challenge.notTrained') : undefined)
              }
              onClick={() => void submit()}
            >
              {t('challenge.submit')}
            </Button>
          </div>
          <div className="grid items-start gap-x-8 gap-y-5 md:grid-cols-2">
            <AccuracyCurve run={run} labelCount={names.length} />
            <div
              data-testid="challenge-result"
              data-accuracy={judged?.accuracy.toFixed(4)}
              className="flex min-w-0 flex-col gap-3"
            >
              {judged === null ? (
                <p className="text-sm text-ink-soft">{t('challenge.nothing')}</p>
              ) : (
                <>
                  <p className="flex items-baseline gap-3">
                    <span className="tabular font-display text-3xl font-bold">
                      {shares.of(judged.accuracy, judged.count)}
                    </span>
                    <span className="text-sm text-ink-soft">
                      {judged.count > 0 &&
                        `${t('challenge.of', { count: judged.count })} ${shares.interval(judged.accuracy, judged.count)}`}
                    </span>
                  </p>
                  {judged.accuracy >= POOL.goal && <Notice tone="success">{t('challenge.reached')}</Notice>}
                  {judged.perLabel.length > 0 && (
                    <LabelScores scores={judged.perLabel} names={names} title={t('scores.heldBack')} />
                  )}
                </>
              )}
            </div>
          </div>
        </div>
      </PoolSheet>
      <ChallengeBoard board={place.board} />
    </>
  );
}
