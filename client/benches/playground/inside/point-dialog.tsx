'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { InputNames } from '@/client/benches/playground/model/input-names';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Dialog } from '@/client/ui/dialog';
import { SliderField } from '@/client/ui/slider-field';
import { explainForward } from '@/engine/dense/explained-pass';
import type { Frame, PlaygroundBegun } from '@/engine/playground/messages';
import { type FeatureId, writeFeatures } from '@/engine/points/features';
import { PLANE } from '@/engine/points/point-set';
import { LayerSteps } from './layer-steps';
import { PointAnswer } from './point-answer';
import { PointPlane } from './point-plane';

interface Props {
  /** The network as it stood when it was opened, also while it learns on. */
  frame: Frame;
  begun: PlaygroundBegun;
  features: readonly FeatureId[];
  classNames: readonly string[];
  inputNames: InputNames;
  onClose(): void;
}

const STEP = 0.1;

/** One place of the plane through the whole network: what each unit multiplies, adds up and passes on. */
export default function PointDialog({ frame, begun, features, classNames, inputNames, onClose }: Props) {
  const t = useTranslations('playground.inside');
  const numbers = useNumbers();
  // A point that it has learned from is the first place to look at.
  const [place, setPlace] = useState(() => ({
    x: onGrid(begun.points.train.xs[0] ?? 0),
    y: onGrid(begun.points.train.ys[0] ?? 0),
  }));
  const { inputs, layers } = useMemo(() => {
    const values = new Float64Array(features.length);
    writeFeatures(features, place.x, place.y, values, 0);
    const list = [...values];
    return { inputs: list, layers: explainForward(begun.shape, frame.weights, list) };
  }, [features, place, begun, frame]);
  const slider = (axis: 'x' | 'y', name: string) => (
    <SliderField
      label={name}
      min={-PLANE}
      max={PLANE}
      step={STEP}
      value={place[axis]}
      onChange={(value) => setPlace({ ...place, [axis]: onGrid(value) })}
      format={(value) => numbers.decimal(value, 1)}
    />
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('at', { step: numbers.integer(frame.standing.step) })}
      size="full"
    >
      <div
        data-testid="point-inside"
        className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-[20rem_minmax(0,1fr)]"
      >
        <div className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-0">
          <p className="text-sm text-ink-soft">{t('choose')}</p>
          <PointPlane frame={frame} begun={begun} place={place} onPlace={setPlace} label={t('plane')} />
          {slider('x', inputNames.get('x1') ?? 'x₁')}
          {slider('y', inputNames.get('x2') ?? 'x₂')}
          <PointAnswer
            outputs={layers.at(-1)?.map(({ y }) => y) ?? []}
            begun={begun}
            classNames={classNames}
          />
        </div>
        <LayerSteps
          inputs={inputs}
          layers={layers}
          shape={begun.shape}
          features={features}
          inputNames={inputNames}
        />
      </div>
    </Dialog>
  );
}

/** To the sliders' steps, inside the plane; never −0. */
function onGrid(value: number): number {
  return Math.round(Math.min(PLANE, Math.max(-PLANE, value)) / STEP) / (1 / STEP) || 0;
}
