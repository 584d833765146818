'use client';

import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchModel, BenchSnapshot } from '@/client/benches/playground/model/bench-model';
import type { Shows } from '@/client/benches/playground/model/setup-change';
import { SeedField } from '@/client/benches/playground/settings/seed-field';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { SliderField } from '@/client/ui/slider-field';
import { SETUP_LIMITS } from '@/engine/playground/setup';
import { DropSign } from './drop-sign';
import { OwnDataDialog } from './own-data-dialog';
import { PointSetPicker } from './point-set-picker';
import { useFileDrop } from './use-file-drop';

interface Props {
  model: BenchModel;
  snapshot: BenchSnapshot;
  shows: Shows;
  held: boolean;
}

/** Points, noise, split, and the seed that they are drawn from. */
export function DataPanel({ model, snapshot, shows, held }: Props) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const [giving, setGiving] = useState(false);
  const [dropped, setDropped] = useState<readonly File[] | null>(null);
  const { setup, own } = snapshot;
  const over = useFileDrop(shows('own-data') && !held, (files) => {
    setDropped(files);
    setGiving(true);
  });
  const isOwn = setup.points === 'own';
  return (
    <section
      aria-label={t('data.label')}
      className="flex min-w-0 flex-col gap-2 [&_.slider]:h-6 pointer-coarse:[&_.slider]:h-11"
    >
      {shows('points') && (
        <PointSetPicker
          value={setup.points}
          own={own}
          ownOpen={shows('own-data')}
          held={held}
          onPick={(points) => model.change({ points })}
          onGive={() => setGiving(true)}
        />
      )}
      <OneStopGroup fields className="flex min-w-0 flex-col gap-2">
        {shows('own-data') && (
          <Button
            size="sm"
            icon={<PenLine aria-hidden="true" />}
            disabled={held}
            onClick={() => setGiving(true)}
          >
            {t('data.own')}
          </Button>
        )}
        {shows('noise') && !isOwn && (
          <SliderField
            label={t('data.noise')}
            value={Math.round(setup.noise * 100)}
            min={0}
            max={SETUP_LIMITS.noise[1] * 100}
            step={5}
            disabled={held}
            format={(value) => `${value}%`}
            onChange={(value) => model.change({ noise: value / 100 }, 'noise')}
          />
        )}
        {shows('split') && (
          <>
            {!isOwn && (
              <SliderField
                label={t('data.count')}
                value={setup.pointCount}
                min={20}
                max={SETUP_LIMITS.pointCount[1]}
                step={20}
                disabled={held}
                format={numbers.integer}
                onChange={(pointCount) => model.change({ pointCount }, 'pointCount')}
              />
            )}
            <SliderField
              label={t('data.train')}
              value={Math.round(setup.trainShare * 100)}
              min={SETUP_LIMITS.trainShare[0] * 100}
              max={SETUP_LIMITS.trainShare[1] * 100}
              step={10}
              disabled={held}
              format={(value) => `${value}%`}
              onChange={(value) => model.change({ trainShare: value / 100 }, 'trainShare')}
            />
          </>
        )}
        {shows('seed') && <SeedField model={model} seed={setup.seed} held={held} wide />}
      </OneStopGroup>
      {shows('own-data') && (
        <OwnDataDialog
          open={giving}
          onOpenChange={setGiving}
          own={own}
          dropped={dropped}
          onTakenOver={() => setDropped(null)}
          onTake={(data) => model.takeOwn(data)}
        />
      )}
      {over && <DropSign />}
    </section>
  );
}
