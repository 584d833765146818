'use client';

import { Projector } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { ExperimentButton } from '@/client/console/experiments/experiment-button';
import { useWished } from '@/client/console/use-wished';
import { SmallNetworkSteps } from '@/client/merge/small-networks';
import type { SmallStage } from '@/protocol/merge-settings';
import type { ScreenDesk } from '@/protocol/screen';

/** Two small networks at the console: stepped through here, and on the projector where the teacher has put them there. */
export function SmallNetworksDesk({ screen }: { screen: ScreenDesk }) {
  const t = useTranslations('merge.small');
  const { ask } = useConsole();
  const [own, setOwn] = useState<SmallStage>('two');
  const shown = screen.view === 'small-networks' ? (screen.argument as SmallStage) : null;
  const [wall, wish] = useWished(shown);
  const stage = wall ?? own;
  const show = (next: SmallStage | null) => {
    const asked = ask({
      type: 'screen:show',
      ...(next === null
        ? { view: 'merge' as const, argument: null, pinned: false }
        : { view: 'small-networks' as const, argument: next, pinned: screen.pinned && shown !== null }),
    });
    wish(next, asked);
  };
  return (
    <details className="text-sm" data-testid="small-networks" data-stage={stage}>
      <summary className="cursor-pointer font-semibold">{t('title')}</summary>
      <div className="mt-2 flex flex-col items-start gap-3">
        <ExperimentButton
          size="sm"
          aria-pressed={wall !== null}
          icon={<Projector aria-hidden="true" />}
          className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
          onClick={() => {
            setOwn(stage);
            show(wall === null ? stage : null);
          }}
        >
          {t('onScreen')}
        </ExperimentButton>
        <div className="w-full">
          <SmallNetworkSteps
            stage={stage}
            onStage={(next) => {
              setOwn(next);
              if (wall !== null) show(next);
            }}
          />
        </div>
      </div>
    </details>
  );
}
