'use client';

import { Pause, Play, Redo2, RotateCcw, SkipForward, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { BenchModel, BenchSnapshot } from '@/client/benches/playground/model/bench-model';
import type { Shows } from '@/client/benches/playground/model/setup-change';
import { SPEEDS } from '@/client/benches/playground/model/setup-choices';
import { useSlowFrame } from '@/client/benches/playground/model/use-bench-model';
import { SettingChoice } from '@/client/benches/playground/settings/setting-choice';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import type { Elements } from '@/client/ui/elements';
import { IconButton } from '@/client/ui/icon-button';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { PlaygroundStatus } from './playground-status';

interface Props {
  model: BenchModel;
  snapshot: BenchSnapshot;
  shows: Shows;
  /** Why the bench waits, or null. */
  held: string | null;
  /** More buttons at the end. */
  children?: Elements;
}

/** Train, Pause, Step, Reset, how it stands, undo and redo: always in the same place. */
export function RunControls({ model, snapshot, shows, held, children }: Props) {
  const t = useTranslations('playground');
  const { begun, state, speed, canUndo, canRedo } = snapshot;
  const numbers = useNumbers();
  const training = state.name === 'training';
  const diverged = state.name === 'diverged';
  const step = useSlowFrame(model.frames, begun)?.standing.step ?? 0;
  const waits = held ?? (begun ? undefined : t('reason.starting'));
  const stuck = waits ?? (diverged ? t('reason.diverged') : undefined);
  return (
    <OneStopGroup
      fields
      role="region"
      aria-label={t('bar.label')}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 [:lang(ja)_&]:@max-5xl:gap-x-2 border-b border-line pb-2.5 @max-3xl:sticky lowish:static! @max-3xl:top-0 @max-3xl:z-20 @max-3xl:-mx-3 @max-3xl:bg-surface-raised @max-3xl:px-3 @max-3xl:pt-2"
    >
      <div className="flex gap-1.5 @max-lg:w-full">
        {shows('play') && (
          <>
            <Button
              look={training ? 'secondary' : 'primary'}
              icon={<Play aria-hidden="true" />}
              className={SHAPE}
              disabledReason={stuck}
              onClick={() => model.train()}
            >
              {t('bar.train')}
            </Button>
            <Button
              look={training ? 'primary' : 'secondary'}
              icon={<Pause aria-hidden="true" />}
              className={SHAPE}
              disabledReason={waits ?? (training ? undefined : t('reason.notTraining'))}
              onClick={() => model.pause()}
            >
              {t('bar.pause')}
            </Button>
          </>
        )}
        {shows('step') && (
          <Button
            icon={<SkipForward aria-hidden="true" />}
            className={SHAPE}
            disabledReason={stuck}
            onClick={() => model.step()}
          >
            {t('bar.step')}
          </Button>
        )}
        {shows('reset') && (
          <Button
            icon={<RotateCcw aria-hidden="true" />}
            className={SHAPE}
            disabledReason={waits ?? (step === 0 && !diverged && !training ? t('reason.atStart') : undefined)}
            onClick={() => model.rewind()}
          >
            {t('bar.reset')}
          </Button>
        )}
      </div>
      <PlaygroundStatus model={model} begun={begun} state={state} />
      {shows('play') && (
        <SettingChoice
          label={t('settings.speed')}
          value={String(speed)}
          choices={[
            ...SPEEDS.map((steps) => ({
              value: String(steps),
              label: t('settings.perSecond', { steps: numbers.integer(steps) }),
            })),
            { value: 'full', label: t('settings.full') },
          ]}
          held={held !== null}
          onChange={(value) => model.setSpeed(value === 'full' ? 'full' : Number(value))}
          name="speed"
        />
      )}
      <div className="ml-auto flex items-center gap-0.5">
        <IconButton
          label={t('bar.undo')}
          icon={<Undo2 aria-hidden="true" />}
          size="sm"
          disabled={!canUndo || held !== null}
          onClick={() => model.undo()}
        />
        <IconButton
          label={t('bar.redo')}
          icon={<Redo2 aria-hidden="true" />}
          size="sm"
          disabled={!canRedo || held !== null}
          onClick={() => model.redo()}
        />
        {children}
      </div>
    </OneStopGroup>
  );
}

/** In a row of four even on a phone. */
const SHAPE =
  'px-3 [:lang(ja)_&]:@max-5xl:gap-1 [:lang(ja)_&]:@max-5xl:px-2 @max-lg:min-w-0 @max-lg:flex-1 @max-lg:flex-col @max-lg:gap-0.5 @max-lg:px-1 @max-lg:py-1 @max-lg:text-xs';
