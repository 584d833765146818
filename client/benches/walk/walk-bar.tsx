'use client';

import { ChevronsRight, Pause, Play, RotateCcw, StepBack, StepForward } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { BAR_BUTTON, BAR_ROW } from '@/client/benches/frame/bar-classes';
import { Button } from '@/client/ui/button';
import type { Elements } from '@/client/ui/elements';
import { IconButton } from '@/client/ui/icon-button';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { Walk } from './use-walk';

interface Props {
  walk: Walk;
  /** What running is called here: “Train”, “Run”. */
  runLabel: string;
  /** A way to the last step without waiting. */
  toEnd?: boolean;
  /** For a narrow column: reset as a sign alone. */
  compact?: boolean;
  children?: Elements;
}

/** The one bar of what runs: run or pause, one step, back, to the end, reset. */
export function WalkBar({ walk, runLabel, toEnd = false, compact = false, children }: Props) {
  const t = useTranslations('loss');
  const { taken, most, running } = walk;
  const done = taken >= most;
  return (
    <OneStopGroup className={BAR_ROW}>
      {running ? (
        <Button
          look="primary"
          className={BAR_BUTTON}
          icon={<Pause aria-hidden="true" />}
          onClick={walk.pause}
        >
          {t('bar.pause')}
        </Button>
      ) : (
        <Button
          look="primary"
          className={BAR_BUTTON}
          icon={<Play aria-hidden="true" />}
          onClick={() => {
            if (done) walk.goTo(0);
            walk.run();
          }}
        >
          {runLabel}
        </Button>
      )}
      <Button
        className={BAR_BUTTON}
        icon={<StepForward aria-hidden="true" />}
        disabled={done}
        onClick={() => walk.goTo(taken + 1)}
      >
        {t('bar.step')}
      </Button>
      <IconButton
        className={BAR_BUTTON}
        label={t('bar.back')}
        icon={<StepBack aria-hidden="true" />}
        disabled={taken === 0}
        onClick={() => walk.goTo(taken - 1)}
      />
      {toEnd && (
        <IconButton
          className={BAR_BUTTON}
          label={t('bar.toEnd')}
          icon={<ChevronsRight aria-hidden="true" />}
          disabled={done}
          onClick={() => walk.goTo(most)}
        />
      )}
      {compact ? (
        <IconButton
          className={BAR_BUTTON}
          label={t('bar.reset')}
          icon={<RotateCcw aria-hidden="true" />}
          disabled={taken === 0}
          onClick={() => walk.goTo(0)}
        />
      ) : (
        <Button
          look="quiet"
          className={BAR_BUTTON}
          icon={<RotateCcw aria-hidden="true" />}
          disabled={taken === 0}
          onClick={() => walk.goTo(0)}
        >
          {t('bar.reset')}
        </Button>
      )}
      {children}
    </OneStopGroup>
  );
}
