'use client';

import { Pause, Play, RotateCcw, Send, SkipForward } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import type { Elements } from '@/client/ui/elements';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { RaceRules } from '@/protocol/race';
import { type GatedButton, type GateReason, type RunGate, runGateOf } from './run-gate';
import { RunStatus } from './run-status';
import { SubmissionWait } from './submission-wait';

export interface RunBarProps {
  training: BenchTraining;
  snapshot: TrainingSnapshot;
  ended: boolean;
  online: boolean;
  /** The countdown of the challenge is over. */
  timeUp?: boolean;
  /** See `GateSituation`. */
  noneLeft?: boolean;
  coolingDown?: boolean;
  /** The rules of the class's race, where its teacher has set one up. */
  race?: RaceRules | undefined;
  /** How the network on the bench stands to them. */
  budget?: Elements;
  /** The step wants a guess before anything is trained. */
  guessFirst?: boolean;
  /** A line above the buttons, for what holds the whole class: it grows over the page and moves nothing. */
  notice?: Elements;
}

/** The one bar of a training, always at the foot of the page: Train, Pause, Step, Reset, the state, Submit. */
export function RunBar(props: RunBarProps) {
  const { training, snapshot, ended, online, timeUp = false, guessFirst = false, notice } = props;
  const { noneLeft = false, coolingDown = false, race, budget } = props;
  const t = useTranslations('bench');
  const gate = runGateOf(snapshot, {
    ...{ ended, online, timeUp, noneLeft, coolingDown, guessFirst },
    ...(race && { race }),
  });
  const running = snapshot.current?.state === 'training';
  return (
    <section
      aria-label={t('bar.label')}
      data-testid="run-bar"
      className="@container sticky bottom-0 z-20 border-t border-line-strong low:static bg-surface-raised pb-[env(safe-area-inset-bottom)] shadow-popup"
    >
      {notice}
      {budget}
      {snapshot.submitting && (
        <p className="page-width tabular pt-2 text-sm text-ink-soft">
          {snapshot.alone ? t('solo.reading') : <SubmissionWait before={snapshot.submissionsBefore} />}
        </p>
      )}
      <div className="page-width flex flex-col gap-x-4 gap-y-1.5 py-2 lg:flex-row lg:items-center">
        <RunStatus
          dataset={snapshot.draft.dataset}
          current={snapshot.current}
          phase={snapshot.phase}
          newRun={snapshot.draftChanged && snapshot.current !== null && snapshot.current.state !== 'ready'}
        />
        <Buttons training={training} gate={gate} running={running} submitting={snapshot.submitting} />
      </div>
    </section>
  );
}

interface ButtonsProps {
  training: BenchTraining;
  gate: RunGate;
  running: boolean;
  submitting: boolean;
}

/** The tooltip of a waiting button opens upwards here: below it the window ends. */
const UPWARDS =
  'max-lg:flex-1 max-lg:min-w-0 max-lg:flex-col max-lg:gap-0.5 max-lg:px-1 max-lg:text-xs [&>[data-reason]]:top-auto [&>[data-reason]]:bottom-full [&>[data-reason]]:mb-1.5';

const Buttons = memo(
  function Buttons({ training, gate, running, submitting }: ButtonsProps) {
    const t = useTranslations('bench');
    const button = (
      name: GatedButton,
      icon: Elements,
      act: () => unknown,
      extra: { look?: 'primary' | 'secondary'; busy?: boolean } = {},
    ) => (
      <Button
        look={extra.look ?? 'secondary'}
        busy={extra.busy ?? false}
        icon={icon}
        className={UPWARDS}
        disabledReason={reasonText(gate[name], t)}
        onClick={() => void act()}
      >
        {t(`bar.${name}`)}
      </Button>
    );
    return (
      <OneStopGroup className="flex gap-1.5 lg:order-first lg:gap-2">
        {button('train', <Play aria-hidden="true" />, () => training.train(), {
          look: running ? 'secondary' : 'primary',
        })}
        {button('pause', <Pause aria-hidden="true" />, () => training.pause(), {
          look: running ? 'primary' : 'secondary',
        })}
        {button('step', <SkipForward aria-hidden="true" />, () => training.step())}
        {button('reset', <RotateCcw aria-hidden="true" />, () => training.reset())}
        {button('submit', <Send aria-hidden="true" />, () => training.submit(), {
          busy: submitting,
        })}
      </OneStopGroup>
    );
  },
  (a, b) =>
    a.training === b.training &&
    a.running === b.running &&
    a.submitting === b.submitting &&
    (Object.keys(a.gate) as GatedButton[]).every((name) => a.gate[name] === b.gate[name]),
);

function reasonText(
  reason: GateReason | null,
  t: (key: `reason.${GateReason}`) => string,
): string | undefined {
  return reason === null ? undefined : t(`reason.${reason}`);
}
