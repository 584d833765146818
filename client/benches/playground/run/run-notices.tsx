'use client';

import { RotateCcw, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchModel, BenchSnapshot } from '@/client/benches/playground/model/bench-model';
import { type SetupArrival, useSlowFrame } from '@/client/benches/playground/model/use-bench-model';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { SETUP_LIMITS } from '@/engine/playground/setup';

interface Props {
  model: BenchModel;
  snapshot: BenchSnapshot;
  arrival: SetupArrival;
  held: boolean;
}

/** What has to be said about the link or a failure, each with a way on; above the bench's parts. */
export function BenchNotices({ model, snapshot, arrival, held }: Props) {
  const { failure } = snapshot;
  return (
    <>
      <ArrivalNotice arrival={arrival} />
      <ShownOwnNotice shownOwn={arrival.shownOwn} />
      {failure && <FailureNotice code={failure} canUndo={snapshot.canUndo && !held} model={model} />}
    </>
  );
}

/** Steps after which it is worth saying that step units do not learn: not before it was seen. */
const SEEN_STEPS = 500;

/** What the training has come to, where it needs a word; null where it does not. It stands in the strip below the network, so that nothing moves. */
export function useRunNote({ model, snapshot }: Pick<Props, 'model' | 'snapshot'>): ReactNode {
  const { state, setup, begun } = snapshot;
  const step = useSlowFrame(model.frames, begun)?.standing.step ?? 0;
  if (state.name === 'reached') return <ReachedNotice reason={state.reason} />;
  if (setup.activation === 'step' && setup.hidden.length > 0 && step >= SEEN_STEPS) return <StepNotice />;
  return null;
}

function Slip({ children }: { children: ReactNode }) {
  return <div className="mt-2">{children}</div>;
}

/** Problems that are told one by one. What another program's link means here is told whole, unless somebody made it up. */
const MOST_TOLD = { ours: 4, tensorflow: 16 } as const;

function ArrivalNotice({ arrival }: { arrival: SetupArrival }) {
  const t = useTranslations('playground');
  const [seen, setSeen] = useState<SetupArrival | null>(null);
  const { problems, from, ownMissing, restored } = arrival;
  const most = MOST_TOLD[from ?? 'ours'];
  if (seen === arrival || (problems.length === 0 && !ownMissing && !restored)) return null;
  return (
    <Slip>
      <Notice
        tone={(problems.length > 0 && !from) || ownMissing ? 'warn' : 'info'}
        title={
          problems.length > 0
            ? t(from === 'tensorflow' ? 'link.tensorflow' : 'link.problems', { count: problems.length })
            : ownMissing
              ? t('link.ownMissing')
              : t('link.restored')
        }
        announce={problems.length > 0 || ownMissing}
        action={
          <Button size="sm" onClick={() => setSeen(arrival)}>
            {t('link.understood')}
          </Button>
        }
      >
        {problems.length > 0 && (
          <ul className="list-disc pl-5">
            {problems.slice(0, most).map(({ fault, key, found }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of one link never changes.
              <li key={i} className="break-words">
                {t(`link.fault.${fault}`, { key: key ?? '', found })}
              </li>
            ))}
            {problems.length > most && <li>{t('link.more', { count: problems.length - most })}</li>}
          </ul>
        )}
      </Notice>
    </Slip>
  );
}

/** That another's own points are not shown, or not all of them. */
function ShownOwnNotice({ shownOwn }: Pick<SetupArrival, 'shownOwn'>) {
  const t = useTranslations('playground.shown');
  if (shownOwn === 'all') return null;
  return (
    <Slip>
      <Notice tone="info" title={shownOwn === 'none' ? t('ownMissing') : t('ownPart', { ...shownOwn })} />
    </Slip>
  );
}

function FailureNotice({
  code,
  canUndo,
  model,
}: {
  code: NonNullable<BenchSnapshot['failure']>;
  canUndo: boolean;
  model: BenchModel;
}) {
  const t = useTranslations('playground');
  return (
    <Slip>
      <Notice
        tone="error"
        title={t(`failure.${code}`)}
        action={
          code === 'worker-failed' ? (
            <Button size="sm" onClick={() => location.reload()}>
              {t('failure.reload')}
            </Button>
          ) : canUndo ? (
            <Button size="sm" icon={<Undo2 aria-hidden="true" />} onClick={() => model.undo()}>
              {t('bar.undo')}
            </Button>
          ) : undefined
        }
      />
    </Slip>
  );
}

/** That the training diverged, with two ways on. It lies over the network, whose numbers mean nothing any more. */
export function DivergedNotice({ model, rate, held }: { model: BenchModel; rate: number; held: boolean }) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const slower = Math.max(SETUP_LIMITS.learningRate[0], Number((rate / 10).toPrecision(2)));
  return (
    <Notice
      tone="error"
      title={t('diverged.title')}
      action={
        <span className="flex flex-wrap gap-2">
          <Button
            size="sm"
            look="primary"
            disabled={held}
            onClick={() => {
              model.change({ learningRate: slower });
              model.rewind();
              model.train();
            }}
          >
            {t('diverged.slower', {
              rate: numbers.decimal(slower, Math.max(0, -Math.floor(Math.log10(slower)))),
            })}
          </Button>
          <Button
            size="sm"
            icon={<RotateCcw aria-hidden="true" />}
            disabled={held}
            onClick={() => model.rewind()}
          >
            {t('bar.reset')}
          </Button>
        </span>
      }
    >
      {t('diverged.text')}
    </Notice>
  );
}

function ReachedNotice({ reason }: { reason: 'steps' | 'loss' | 'accuracy' }) {
  const t = useTranslations('playground');
  return (
    <Notice tone={reason === 'steps' ? 'info' : 'success'} title={t(`reached.${reason}`)}>
      {t('reached.goOn')}
    </Notice>
  );
}

function StepNotice() {
  const t = useTranslations('playground');
  return (
    <Notice tone="info" title={t('stepUnits.title')}>
      {t('stepUnits.text')}
    </Notice>
  );
}
