'use client';

import { SlidersVertical } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { ExpectedCurve } from '@/client/knob/expected-curve';
import { KnobResult } from '@/client/knob/knob-result';
import { useKnobWords } from '@/client/knob/knob-words';
import type { StudentSession } from '@/client/live/class-session';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { LiveRegion } from '@/client/ui/live-region';
import type { OwnKnob } from '@/protocol/knob-views';
import { isSameExperiment } from '@/protocol/same-experiment';

interface Props {
  session: Pick<StudentSession, 'command'>;
  knob: OwnKnob;
  /** The trainer of the step in front; null: it trains no pictures. */
  trainer: { training: BenchTraining; snapshot: TrainingSnapshot } | null;
}

/** One knob each: a student draws what it expects, and is then dealt a value to train with. */
export default function KnobCard({ session, knob, trainer }: Props) {
  const t = useTranslations('knob');
  const card = useRef<HTMLElement>(null);
  const { id, stage, rounds } = knob;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked, and what is dealt, asks for a look.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [id, stage, rounds.length]);
  return (
    <section
      ref={card}
      aria-label={t('title')}
      data-testid="knob"
      data-stage={stage}
      className="mb-4 scroll-my-20 rounded-lg border border-accent bg-accent-soft px-4 py-3 shadow-card"
    >
      <div className="flex items-start gap-3">
        <SlidersVertical aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
        <div className="min-w-0 flex-1">
          <p className="text-xs font-bold tracking-wide text-accent uppercase">{t('title')}</p>
          {stage === 'expecting' ? (
            <Expecting key={`${id} ${rounds.length}`} session={session} knob={knob} />
          ) : (
            <Training knob={knob} trainer={trainer} />
          )}
        </div>
      </div>
    </section>
  );
}

/** In percent: where a curve begins of which nothing is drawn yet. */
const MIDDLE = 50;

/** The question, and the curve that is drawn as an answer. */
function Expecting({ session, knob }: Pick<Props, 'session' | 'knob'>) {
  const t = useTranslations('knob');
  const words = useKnobWords();
  const refusalText = useRefusalText();
  const { id, setting, rounds, expected } = knob;
  const { values } = rounds.at(-1)!;
  const [percents, setPercents] = useState(() => expected ?? values.map(() => MIDDLE));
  const [drawn, setDrawn] = useState(expected !== null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const stands = expected?.every((percent, at) => percent === percents[at]) ?? false;
  const commit = async () => {
    setBusy(true);
    const answer = await session.command({ type: 'knob:expect', knobId: id, expected: [...percents] });
    setBusy(false);
    setProblem(answer.ok ? null : t('failed', { reason: refusalText(answer.code) }));
  };
  return (
    <>
      <p className="font-semibold">{broken(words.question(knob))}</p>
      <p className="mt-1 mb-2 text-sm text-ink-soft">{broken(t('draw'))}</p>
      <ExpectedCurve
        setting={setting}
        values={values}
        percents={percents}
        onChange={(change) => {
          setDrawn(true);
          setPercents(change);
        }}
      />
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button
          look="primary"
          busy={busy}
          disabledReason={!drawn ? t('drawFirst') : stands ? t('standsShort') : undefined}
          onClick={() => void commit()}
        >
          {t(expected === null ? 'commit' : 'change')}
        </Button>
        <LiveRegion visible className="text-sm empty:hidden">
          {expected !== null && <p>{broken(t('stands'))}</p>}
        </LiveRegion>
        {problem !== null && (
          <p role="alert" className="basis-full text-sm font-semibold text-danger">
            {problem}
          </p>
        )}
      </div>
    </>
  );
}

/** The value that was dealt, the way to the bench, and the class's picture. */
function Training({ knob, trainer }: Pick<Props, 'knob' | 'trainer'>) {
  const t = useTranslations('knob');
  const words = useKnobWords();
  const numbers = useNumbers();
  const { own, accuracy, early, setting, expected, rounds } = knob;
  if (own === null) return <p>{t('none')}</p>;
  const { value, experiment } = own;
  const at = rounds.at(-1)!.values.indexOf(value);
  const hoped = expected?.[at];
  const snapshot = trainer?.snapshot;
  const stands =
    snapshot !== undefined &&
    (isSameExperiment(snapshot.draft, experiment) ||
      (snapshot.current !== null && isSameExperiment(snapshot.current.experiment, experiment)));
  return (
    <>
      <p className="font-semibold" data-testid="knob-own" data-value={value}>
        {broken(t('yours', { setting: words.name(setting), value: words.write(setting, value) }))}
      </p>
      <LiveRegion visible className="mt-1 text-sm">
        {accuracy !== null ? (
          <p className="tabular">
            <span>{broken(t('result', { share: numbers.percent(accuracy) }))}</span>{' '}
            {hoped !== undefined && (
              <span>{broken(t('expectedThere', { share: numbers.percent(hoped / 100, 0) }))}</span>
            )}
          </p>
        ) : stands ? (
          <p>{broken(t(early ? 'early' : 'train'))}</p>
        ) : trainer === null ? (
          <p>{broken(t('putLater'))}</p>
        ) : null}
      </LiveRegion>
      {accuracy === null && !stands && trainer !== null && (
        <Button look="primary" className="mt-2" onClick={() => trainer.training.setDraft(experiment)}>
          {t('put')}
        </Button>
      )}
      {accuracy !== null && (
        <div className="mt-2">
          <KnobResult knob={knob} />
        </div>
      )}
    </>
  );
}
