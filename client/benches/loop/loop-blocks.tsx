'use client';

import { Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { chosenOf, object, type Shape } from '@/base/shape';
import { BAR_BUTTON, BAR_ROW } from '@/client/benches/frame/bar-classes';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import { BenchHead } from '@/client/benches/frame/bench-head';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useEdits } from '@/client/benches/frame/use-edits';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { useReached } from '@/client/benches/frame/use-reached';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { BlockSettingsFields, FIRST_SETTINGS, settingsShape } from './block-settings';
import { diagnose, isMistake, type LoopMistake, MISTAKES } from './diagnosis';
import { MistakesFound } from './mistakes-found';
import { EMPTY_PROGRAM, isBlock, orderOf, type Program, programShape, RIGHT_PROGRAM } from './program';
import { ProgramView } from './program-view';
import { Registers } from './registers';
import { RoundCurve } from './round-curve';
import { RunOutcome } from './run-outcome';
import { GOAL, MOST_ROUNDS, smallTask } from './small-task';
import { SurfaceCanvas } from './surface-canvas';
import { type BlockSettings, useProgramRun } from './use-program-run';

interface Work {
  program: Program;
  settings: BlockSettings;
}

/** Lesson 9: the training loop in blocks. Every order runs, and what goes wrong is what really happens. */
export default function LoopBlocks({ options, place }: BenchProps<'loop-blocks'>) {
  const t = useTranslations('loop');
  const numbers = useNumbers();
  const start: Work = {
    program: options.goal === 'wrong' ? RIGHT_PROGRAM : EMPTY_PROGRAM,
    settings: FIRST_SETTINGS,
  };
  const edits = useEdits<Work>(place, 'loop', start, blocksShape);
  const [found, keepFound] = useKept<readonly LoopMistake[]>(place, 'mistakes', [], mistakesShape);
  const { program, settings } = edits.value;
  const task = useMemo(() => smallTask(place.seed), [place.seed]);
  const held = place.held !== null;
  const diagnosis = diagnose(orderOf(program), settings);

  const run = useProgramRun(place.seed, task, program, settings, held, (standing) => {
    if (isMistake(diagnosis) && !found.includes(diagnosis)) keepFound([...found, diagnosis]);
    place.announce(
      `${t(`end.${run.machine.end ?? 'given-up'}`, {
        rounds: standing.round,
        accuracy: numbers.percent(standing.accuracy, 0),
      })} ${t(`diagnosis.${diagnosis}.title`)}`,
    );
  });
  const { machine, last } = run;
  const findsMistakes = options.goal === 'wrong';
  const learns = diagnosis === 'right' && !run.running && machine.over;
  useReached(
    place,
    findsMistakes ? 'mistakes' : 'goal',
    findsMistakes ? found.length : Number(learns),
    findsMistakes ? MISTAKES.length : 1,
  );
  useFacts<'loop-blocks'>(place, {
    blocks: program.tokens.filter(isBlock).length,
    learns,
    found: found.length,
  });
  const now = machine.standings.at(-1)!;
  // A network of its own for the picture, drawn anew whenever a round or a block is done.
  const stamp = `${machine.rounds} ${machine.registers.updates} ${machine.registers.batches}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the machine changes from within; `stamp` says when.
  const drawn = useMemo(() => ({ network: machine.snapshot(), batch: machine.batch }), [machine, stamp]);
  const begun = machine.rounds > 0 || last !== null || machine.registers.batches > 0;
  const percent = (value: number) => numbers.percent(value, 0);

  const step = () => {
    const done = run.step();
    if (done) place.announce(t(`effect.${done.effect}`, { block: t(`block.${done.block}`) }));
  };

  return (
    <BenchFrame label={t('label')} held={place.held}>
      <BenchHead
        onUndo={edits.undo}
        canUndo={edits.canUndo}
        onReset={() => edits.change(start, null)}
        status={
          <p
            className="tabular self-center text-sm"
            data-testid="loop-status"
            data-round={machine.rounds}
            data-accuracy={now.accuracy}
            data-end={run.running ? '' : (machine.end ?? '')}
            data-diagnosis={diagnosis}
          >
            {t('status', { round: machine.rounds, accuracy: percent(now.accuracy) })}
          </p>
        }
      >
        <div className={BAR_ROW}>
          {run.running ? (
            <Button
              look="primary"
              className={`min-w-28 ${BAR_BUTTON}`}
              icon={<Pause aria-hidden="true" />}
              onClick={run.pause}
            >
              {t('pause')}
            </Button>
          ) : (
            <Button
              look="primary"
              className={`min-w-28 ${BAR_BUTTON}`}
              icon={<Play aria-hidden="true" />}
              onClick={run.run}
              data-testid="loop-run"
            >
              {t(machine.over ? 'runAgain' : 'run')}
            </Button>
          )}
          <Button
            className={BAR_BUTTON}
            icon={<StepForward aria-hidden="true" />}
            onClick={step}
            disabledReason={machine.over ? t('overReason') : undefined}
          >
            {t('oneBlock')}
          </Button>
          <Button
            className={BAR_BUTTON}
            look="quiet"
            icon={<RotateCcw aria-hidden="true" />}
            onClick={run.restart}
            disabledReason={begun ? undefined : t('notBegun')}
          >
            {t('restart')}
          </Button>
        </div>
      </BenchHead>
      <div className="@container">
        <div className="grid items-start gap-x-5 gap-y-4 @min-[46rem]:grid-cols-[minmax(0,1.08fr)_minmax(0,1fr)]">
          <div className="@container min-w-0">
            <ProgramView
              program={program}
              onChange={(next) => edits.change({ program: next, settings }, null)}
              last={last}
              next={run.running || !begun ? null : (machine.next?.block ?? null)}
              settingsOf={(block) =>
                block === 'loss' || block === 'rule' || block === 'feed' ? (
                  <BlockSettingsFields
                    block={block}
                    settings={settings}
                    onChange={(next) => edits.change({ program, settings: next }, block)}
                  />
                ) : null
              }
              announce={place.announce}
              goal={t('until', { goal: percent(GOAL), rounds: MOST_ROUNDS })}
            />
          </div>
          <div className="flex min-w-0 flex-col gap-2">
            <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
              <SurfaceCanvas
                network={drawn.network}
                points={task.points}
                batch={drawn.batch}
                label={t('surface', { accuracy: percent(now.accuracy) })}
              />
              <div className="min-w-44 flex-1">
                <h2 className="text-base">{t('register.title')}</h2>
                <Registers registers={machine.registers} last={last} />
                <p className="mt-1 min-h-10 text-sm text-ink-soft">
                  {last !== null && t(`effect.${last.effect}`, { block: t(`block.${last.block}`) })}
                </p>
              </div>
            </div>
            <RoundCurve
              title={t('curve.accuracy')}
              standings={machine.standings}
              previous={run.previous}
              of="accuracy"
              goal={{ value: GOAL, words: t('curve.goal', { goal: percent(GOAL) }) }}
              label={t('curve.accuracyNow', {
                round: machine.rounds,
                first: percent(machine.standings[0]!.accuracy),
                last: percent(now.accuracy),
              })}
              format={percent}
            />
            <RoundCurve
              title={t('curve.loss')}
              standings={machine.standings}
              previous={run.previous}
              of="loss"
              label={t('curve.lossNow', {
                round: machine.rounds,
                first: numbers.loss(machine.standings[0]!.loss),
                last: numbers.loss(now.loss),
              })}
              format={(value) => String(value)}
            />
            <RunOutcome
              end={run.running ? null : machine.end}
              diagnosis={diagnosis}
              rounds={machine.rounds}
              accuracy={now.accuracy}
              learningRate={settings.learningRate}
            />
            {options.goal === 'wrong' && <MistakesFound found={found} />}
          </div>
        </div>
      </div>
    </BenchFrame>
  );
}

export const blocksShape: Shape<Work> = object({ program: programShape, settings: settingsShape });

export const mistakesShape = chosenOf(MISTAKES);
