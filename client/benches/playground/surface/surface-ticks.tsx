'use client';

import { useTranslations } from 'use-intl';
import type { BenchModel } from '@/client/benches/playground/model/bench-model';
import type { Shows } from '@/client/benches/playground/model/setup-change';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { PlaygroundSetup } from '@/engine/playground/setup';

interface Props {
  model: BenchModel;
  setup: Pick<PlaygroundSetup, 'showTest' | 'discretise'>;
  shows: Shows;
}

/** What is drawn on the surface beside the training points, and how. */
export function SurfaceTicks({ model, setup, shows }: Props) {
  const t = useTranslations('playground');
  return (
    <OneStopGroup fields className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs">
      {shows('test-points') && (
        <Tick
          label={t('surface.showTest')}
          checked={setup.showTest}
          onChange={(showTest) => model.change({ showTest })}
        />
      )}
      {shows('discretise') && (
        <Tick
          label={t('surface.discretise')}
          checked={setup.discretise}
          onChange={(discretise) => model.change({ discretise })}
        />
      )}
    </OneStopGroup>
  );
}

interface TickProps {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label className="inline-flex min-h-6 cursor-pointer items-center gap-1.5 pointer-coarse:min-h-11">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
