'use client';

import { ArrowRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import { BenchHead } from '@/client/benches/frame/bench-head';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { ChallengeBoard } from '@/client/benches/frame/challenge-board';
import { PartChoice } from '@/client/benches/frame/part-choice';
import { useEdits } from '@/client/benches/frame/use-edits';
import { useHandIn } from '@/client/benches/frame/use-hand-in';
import { numbered, writeNumber } from '@/client/benches/numbers/number-text';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { type GateRule, gatesChallenge, levelAnswers, levelsOf } from '@/engine/challenges/gates';
import { GATES } from '@/engine/perceptron/gates';
import type { Perceptron } from '@/engine/perceptron/perceptron';
import { rowsRight } from '@/engine/perceptron/truth-table';
import { CHALLENGE_GATES, type ChallengeGate } from '@/protocol/challenges/gates';
import type { GatesAnswer } from '@/protocol/challenges/gates-answer';
import { challengeLimits, challengeStart, gatesShape } from './gate-rule';
import type { Locks } from './locks';
import { PerceptronEditor } from './perceptron-editor';
import { RowsRight } from './rows-right';

type Work = Partial<Record<ChallengeGate, Perceptron>>;

/** Lesson 2's challenge: five gates, each under a rule dealt to the class. */
export default function PerceptronChallenge({ place }: BenchProps<'perceptron-challenge'>) {
  const t = useTranslations('perceptron');
  const refusalText = useRefusalText();
  const task = useMemo(() => gatesChallenge.deal(place.seed), [place.seed]);
  const [gate, setGate] = useState<ChallengeGate>('and');
  const edits = useEdits<Work>(
    place,
    'gates',
    {},
    useMemo(() => gatesShape(task), [task]),
  );
  const { handIn, busy, reached, refusal } = useHandIn(place);
  const one = task.find((entry) => entry.gate === gate)!;
  const { rule } = one;
  const perceptron = edits.value[gate] ?? challengeStart(one);
  const target = GATES[gate];
  const rows = target.outputs.length;
  const right = rowsRight(levelAnswers(perceptron, levelsOf(rule)), target);
  const name = t(`goal.${gate}`);
  const solved = reached.has(gate);
  const next = CHALLENGE_GATES.find((other) => !reached.has(other));

  const submit = async () => {
    const answer: GatesAnswer = {
      part: gate,
      weights: [...perceptron.weights],
      threshold: perceptron.threshold,
    };
    const result = await handIn(answer);
    if (result?.ok) {
      place.announce(
        result.reached
          ? t(place.kind === 'class' ? 'challenge.right' : 'challenge.rightAlone', { gate: name })
          : t('challenge.wrong', { right: result.shown.amount, of: rows }),
      );
    }
  };

  return (
    <>
      <BenchFrame label={t('challenge.label')} held={place.held}>
        <BenchHead
          onUndo={edits.undo}
          canUndo={edits.canUndo}
          onReset={() => edits.change({ ...edits.value, [gate]: challengeStart(one) }, null)}
          status={<RowsRight right={right} of={rows} />}
        >
          <PartChoice
            label={t('challenge.gates')}
            value={gate}
            parts={CHALLENGE_GATES.map((value) => ({ value, label: t(`goal.${value}`) }))}
            reached={reached}
            reachedWord={t('challenge.gateSolved')}
            onChange={setGate}
          />
        </BenchHead>
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-warn/40 bg-warn-soft px-4 py-2">
          <div className="min-w-0 flex-1 basis-64">
            <p className="text-sm font-semibold">{t(`challenge.rule.${rule.kind}`, ruleWords(rule))}</p>
            <p className="flex min-h-9 flex-wrap items-center gap-x-3 text-sm font-semibold">
              {refusal !== null ? (
                <span role="alert" className="text-danger">
                  {refusalText(refusal)}
                </span>
              ) : next === undefined ? (
                <span className="text-ok">{t('challenge.all')}</span>
              ) : solved ? (
                <>
                  <span className="text-ok">
                    {t(place.kind === 'class' ? 'challenge.right' : 'challenge.rightAlone', { gate: name })}
                  </span>
                  <Button size="sm" icon={<ArrowRight aria-hidden="true" />} onClick={() => setGate(next)}>
                    {t('challenge.next')}
                  </Button>
                </>
              ) : (
                <span className="font-normal text-ink-soft">
                  {right === rows ? t('challenge.ready') : t('note.open', { gate: name })}
                </span>
              )}
            </p>
          </div>
          <p className="tabular text-sm text-ink-soft" data-testid="gates-solved" data-solved={reached.size}>
            {t('challenge.solved', { solved: reached.size, all: CHALLENGE_GATES.length })}
          </p>
          <Button
            look="primary"
            busy={busy}
            disabledReason={right < rows ? t('challenge.notYet', { gate: name }) : undefined}
            onClick={submit}
          >
            {t('challenge.submit')}
          </Button>
        </div>
        <PerceptronEditor
          key={gate}
          perceptron={perceptron}
          onChange={(changed, key) => edits.change({ ...edits.value, [gate]: changed }, `${gate} ${key}`)}
          target={target}
          levels={levelsOf(rule)}
          locks={locksOf(rule, t('challenge.locked'))}
          limits={challengeLimits(rule)}
          held={place.held !== null}
        />
      </BenchFrame>
      <ChallengeBoard board={place.board} />
    </>
  );
}

function ruleWords(rule: GateRule): Record<string, string> {
  switch (rule.kind) {
    case 'weight':
      return { name: numbered('w', rule.input), value: writeNumber(rule.value) };
    case 'threshold':
      return { value: writeNumber(rule.value) };
    case 'levels':
      return { off: writeNumber(rule.off), on: writeNumber(rule.on) };
  }
}

function locksOf(rule: GateRule, reason: string): Locks {
  return {
    weight: rule.kind === 'weight' ? rule.input : null,
    threshold: rule.kind === 'threshold',
    reason,
  };
}
