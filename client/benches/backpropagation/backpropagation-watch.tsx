'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { integer, object, type Shape } from '@/base/shape';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import { BenchHead } from '@/client/benches/frame/bench-head';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useEdits } from '@/client/benches/frame/use-edits';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useReached } from '@/client/benches/frame/use-reached';
import { useElementWidth } from '@/client/charts/use-element-width';
import { Button } from '@/client/ui/button';
import { IconButton } from '@/client/ui/icon-button';
import type { Exercise } from '@/engine/dense/backpropagation-exercise';
import { numbersOf, writeQuantity } from './equation';
import { exerciseShape, FIRST_EXERCISE, withGiven } from './exercise-edits';
import { NetworkDrawing } from './network-drawing';
import { layoutFor } from './network-layout';
import { OriginCard } from './origin-card';
import {
  factorsOf,
  isGiven,
  knownIn,
  LAST_STAGE,
  LOSS_STAGE,
  type QuantityId,
  quantity,
  valuesOf,
} from './quantities';
import { StageTrack } from './stage-track';
import { useQuantityNames } from './use-quantity-names';
import { agrees, type Wiggle, wiggle } from './wiggle';
import { WigglePanel } from './wiggle-panel';

interface Work {
  exercise: Exercise;
  /** Steps done, 0 to `LAST_STAGE`. */
  stage: number;
}

const STARTS = { start: 0, loss: LOSS_STAGE, end: LAST_STAGE } as const;

/** What runs along which edges in each step. */
const FLOWS: readonly (readonly QuantityId[])[] = [
  [],
  ['w1', 'w2', 'w3', 'w4'],
  ['w5', 'w6'],
  ['loss'],
  ['loss'],
  ['w5', 'w6'],
  ['w5', 'w6'],
  ['w1', 'w2', 'w3', 'w4'],
];

/** Lesson 8: one network, one example, every number: forward to the loss, then back layer by layer. */
export default function BackpropagationWatch({ options, place }: BenchProps<'backpropagation-watch'>) {
  const t = useTranslations('backpropagation');
  const nameOf = useQuantityNames();
  const start: Work = { exercise: FIRST_EXERCISE, stage: STARTS[options.from] };
  const edits = useEdits<Work>(place, 'watch', start, watchShape);
  const { exercise, stage } = edits.value;
  const [selected, setSelected] = useState<QuantityId>(options.from === 'end' ? 'w1' : 'z1');
  const [wiggled, setWiggled] = useState<QuantityId>('w1');
  const [hovered, setHovered] = useState<QuantityId | null>(null);
  const [h, setH] = useState<Wiggle>(0.5);
  const [flowed, setFlowed] = useState(0);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const values = useMemo(() => valuesOf(exercise), [exercise]);
  const shown = hovered ?? selected;
  const held = place.held !== null;

  const [opened, setOpened] = useState<'nothing' | 'known' | 'waiting' | 'given'>('nothing');
  const seen = wiggle(exercise, wiggled, h);
  const slopeOf = `g${wiggled}` as QuantityId;

  useReached(place, 'run', Number(stage === LAST_STAGE), 1);
  useFacts<'backpropagation-watch'>(place, {
    ...{ stage, opened, wiggled },
    agree: quantity(slopeOf).stage <= stage && agrees(seen, values[slopeOf]),
    otherInputs: exercise.inputs.some((input, i) => input !== FIRST_EXERCISE.inputs[i]),
  });

  const select = (id: QuantityId) => {
    setSelected(id);
    setOpened(isGiven(id) ? 'given' : quantity(id).stage <= stage ? 'known' : 'waiting');
    const parameter = id.startsWith('g') ? (id.slice(1) as QuantityId) : id;
    if (/^[wb]/.test(parameter)) setWiggled(parameter);
  };
  const go = (next: number) => {
    edits.change({ exercise, stage: next }, 'stage');
    setHovered(null);
    if (next > stage) {
      setFlowed((count) => count + 1);
      setSelected(FOCUS[next]!);
    }
    const found = knownIn(next)
      .slice(0, next === 0 ? 0 : undefined)
      .map((id) => `${nameOf(id)} ${writeQuantity(id, values[id])}`)
      .join(', ');
    place.announce(`${t(`stage.${next as 0}`)} ${found}`);
  };
  const change = (id: QuantityId, value: number) =>
    edits.change({ exercise: withGiven(exercise, id, value), stage }, id);

  const known = (id: QuantityId) => quantity(id).stage <= stage;
  return (
    <BenchFrame label={t('watch.label')} held={place.held}>
      <BenchHead
        onUndo={edits.undo}
        canUndo={edits.canUndo}
        onReset={() => {
          edits.change(start, null);
          setSelected(options.from === 'end' ? 'w1' : 'z1');
        }}
      >
        <div className="flex gap-2">
          <IconButton
            look="secondary"
            label={t('watch.undoStep')}
            icon={<ChevronLeft aria-hidden="true" />}
            disabled={stage === 0}
            onClick={() => go(stage - 1)}
          />
          <Button
            look="primary"
            icon={<ChevronRight aria-hidden="true" />}
            disabledReason={stage === LAST_STAGE ? t('watch.atEnd') : undefined}
            onClick={() => go(stage + 1)}
            className="min-w-40"
          >
            {t(stage < LOSS_STAGE ? 'watch.forward' : 'watch.backward')}
          </Button>
        </div>
        <StageTrack stage={stage} />
      </BenchHead>
      <div className="@container">
        <div className="flex flex-col gap-x-5 gap-y-3 @min-[50rem]:grid @min-[50rem]:items-start @min-[50rem]:grid-cols-[minmax(0,1.85fr)_minmax(18.5rem,1fr)]">
          <div ref={ref} className="min-w-0">
            <p className="mb-1 min-h-11 text-sm" data-testid="stage" data-stage={stage}>
              {t(`stage.${stage as 0}`)}
            </p>
            <NetworkDrawing
              layout={layoutFor(width)}
              label={t('watch.now', {
                stage: t(`stage.${stage as 0}`),
                output: known('y3') ? writeQuantity('y3', values.y3) : '?',
                loss: known('loss') ? writeQuantity('loss', values.loss) : '?',
              })}
              values={values}
              lookOf={(id) => ({
                text: writeQuantity(id, values[id]),
                state: known(id) ? 'known' : 'unknown',
                negative: values[id] < 0,
              })}
              labelOf={(id) =>
                known(id)
                  ? `${nameOf(id)}: ${isGiven(id) ? '' : `${numbersOf(id, values)} = `}${writeQuantity(id, values[id])}`
                  : `${nameOf(id)}: ${t('watch.unknown')}`
              }
              selected={shown}
              factors={new Set(factorsOf(shown))}
              flow={
                flowed > 0 && stage > 0
                  ? { edges: FLOWS[stage]!, back: stage > LOSS_STAGE, key: `${stage} ${flowed}` }
                  : null
              }
              onFocusChip={select}
              onHover={setHovered}
              onPress={select}
            />
          </div>
          {/* On a phone the card stays in sight below the picture. */}
          <div className="contents min-w-0 flex-col gap-3 @min-[50rem]:flex">
            <OriginCard
              id={shown}
              values={values}
              stage={stage}
              onSelect={select}
              onChange={change}
              disabled={held}
            />
            <WigglePanel
              exercise={exercise}
              values={values}
              of={wiggled}
              known={known(`g${wiggled}` as QuantityId)}
              h={h}
              onChange={setH}
            />
          </div>
        </div>
      </div>
    </BenchFrame>
  );
}

/** The number that each step is about. */
const FOCUS: readonly QuantityId[] = ['x1', 'z1', 'z3', 'loss', 'dy3', 'd3', 'dy1', 'gw1'];

export const watchShape: Shape<Work> = object({ exercise: exerciseShape, stage: integer(0, LAST_STAGE) });
