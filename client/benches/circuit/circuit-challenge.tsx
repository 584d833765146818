'use client';

import { ArrowRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { number, object, partOf, type Shape } from '@/base/shape';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import { BenchHead } from '@/client/benches/frame/bench-head';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { ChallengeBoard } from '@/client/benches/frame/challenge-board';
import { PartChoice } from '@/client/benches/frame/part-choice';
import { useEdits } from '@/client/benches/frame/use-edits';
import { useHandIn } from '@/client/benches/frame/use-hand-in';
import { useKept } from '@/client/benches/frame/use-kept';
import { numbered, writeNumber } from '@/client/benches/numbers/number-text';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { type CircuitsTask, circuitsChallenge, FEWEST_UNITS } from '@/engine/challenges/circuits';
import { CIRCUIT_GOALS, type CircuitGoal } from '@/protocol/challenges/circuits';
import type { CircuitsAnswer } from '@/protocol/challenges/circuits-answer';
import { CircuitEditor } from './circuit-editor';
import { circuitOf, layersShape } from './circuit-edits';
import { setupOf, type TwoLayers } from './circuit-goals';
import { challengeCircuitStart } from './circuit-presets';
import { circuitState } from './circuit-state';
import { CircuitStatus } from './circuit-status';

type Work = Partial<Record<CircuitGoal, TwoLayers>>;

/** What was right when it was handed in, with its units at that time: they may have changed since. */
type HandedIn = Partial<Record<CircuitGoal, { units: number; value: number }>>;

export const circuitsHandedInShape: Shape<HandedIn> = partOf(CIRCUIT_GOALS, () =>
  object({ units: number(), value: number() }),
);

function taskSetup(task: CircuitsTask, part: CircuitGoal) {
  return part === 'box' ? setupOf('box', task.box) : setupOf(part, undefined, task[part]);
}

/** What was kept of each circuit, unless it breaks what was dealt. */
export function circuitsShape(task: CircuitsTask): Shape<Work> {
  return partOf(CIRCUIT_GOALS, (goal) => layersShape(taskSetup(task, goal)));
}

/** Lesson 3's challenge: three circuits with as few units as possible, dealt to the class. */
export default function CircuitChallenge({ place }: BenchProps<'circuit-challenge'>) {
  const t = useTranslations('circuit');
  const numbers = useNumbers();
  const refusalText = useRefusalText();
  const task = useMemo(() => circuitsChallenge.deal(place.seed), [place.seed]);
  const [part, setPart] = useState<CircuitGoal>('xor');
  const edits = useEdits<Work>(
    place,
    'circuits',
    {},
    useMemo(() => circuitsShape(task), [task]),
  );
  const [handedIn, keepHandedIn] = useKept<HandedIn>(place, 'circuits-handed-in', {}, circuitsHandedInShape);
  const { handIn, busy, reached, refusal } = useHandIn(place);
  const setup = useMemo(() => taskSetup(task, part), [task, part]);
  const layers = edits.value[part] ?? challengeCircuitStart(setup);
  const state = useMemo(() => circuitState(circuitOf(layers, setup.inputs), setup), [layers, setup]);
  const fewest = FEWEST_UNITS[part];
  const solved = reached.has(part);
  const next = CIRCUIT_GOALS.find((other) => !reached.has(other));
  const own = handedIn[part];
  const put = (changed: TwoLayers, key: string | null) =>
    edits.change({ ...edits.value, [part]: changed }, key === null ? null : `${part} ${key}`);

  const resultWords = (value: number, units: number) =>
    t('challenge.result', { goal: t(`goal.${part}`), units, percent: numbers.percent(value, 0) });

  const submit = async () => {
    const answer: CircuitsAnswer = {
      part,
      layers: [layers.first.map(copyUnit), [copyUnit(layers.last)]],
    };
    const { units } = state;
    const answered = await handIn(answer);
    if (!answered?.ok) return;
    if (answered.reached) keepHandedIn({ ...handedIn, [part]: { units, value: answered.value } });
    place.announce(answered.reached ? resultWords(answered.value, units) : t('challenge.wrong'));
  };

  const words =
    refusal !== null ? (
      <span role="alert" className="font-semibold text-danger">
        {refusalText(refusal)}
      </span>
    ) : own && solved && !(state.done && state.units < own.units) ? (
      <span className="font-semibold text-ok">
        {`${resultWords(own.value, own.units)} ${own.units > fewest ? t('challenge.improve', { fewest }) : ''}`}
      </span>
    ) : state.done ? (
      t(state.units > fewest ? 'challenge.readyMore' : 'challenge.ready', { units: state.units, fewest })
    ) : (
      t('challenge.open')
    );
  const { given } = setup;
  return (
    <>
      <BenchFrame label={t('challenge.label')} held={place.held}>
        <BenchHead
          onUndo={edits.undo}
          canUndo={edits.canUndo}
          onReset={() => put(challengeCircuitStart(setup), null)}
          status={
            <CircuitStatus state={state} isBox={setup.box !== null} fewest={state.done ? fewest : null} />
          }
        >
          <PartChoice
            label={t('challenge.parts')}
            value={part}
            parts={CIRCUIT_GOALS.map((value) => ({ value, label: t(`goal.${value}`) }))}
            reached={reached}
            reachedWord={t('challenge.partSolved')}
            onChange={setPart}
          />
        </BenchHead>
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-warn/40 bg-warn-soft px-4 py-2">
          <div className="min-w-0 flex-1 basis-64 text-sm">
            <p className="font-semibold">
              {given
                ? t('challenge.rule', { name: numbered('x', given.input), value: writeNumber(given.value) })
                : t('challenge.ruleBox', {
                    left: writeNumber(task.box.left),
                    right: writeNumber(task.box.right),
                    bottom: writeNumber(task.box.bottom),
                    top: writeNumber(task.box.top),
                  })}
            </p>
            <p className="flex min-h-9 flex-wrap items-center gap-x-3">
              <span>{words}</span>
              {solved && next !== undefined && (
                <Button size="sm" icon={<ArrowRight aria-hidden="true" />} onClick={() => setPart(next)}>
                  {t('challenge.next')}
                </Button>
              )}
            </p>
          </div>
          <p
            className="tabular text-sm text-ink-soft"
            data-testid="circuits-solved"
            data-solved={reached.size}
          >
            {t('challenge.solved', { solved: reached.size, all: CIRCUIT_GOALS.length })}
          </p>
          <Button
            look="primary"
            busy={busy}
            disabledReason={state.done ? undefined : t('challenge.notYet')}
            onClick={submit}
          >
            {t('challenge.submit')}
          </Button>
        </div>
        <CircuitEditor
          key={part}
          setup={setup}
          layers={layers}
          state={state}
          onChange={put}
          lockedWords={t('challenge.locked')}
          held={place.held !== null}
        />
      </BenchFrame>
      <ChallengeBoard board={place.board} />
    </>
  );
}

function copyUnit({ weights, threshold }: TwoLayers['last']) {
  return { weights: [...weights], threshold };
}
