'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { CellLine } from '@/client/inside/cell-line';
import { inputsLayout } from '@/client/inside/grid-layout';
import { NumberGrid } from '@/client/inside/number-grid';
import type { SumPlace } from '@/client/inside/place';
import { SignKey } from '@/client/inside/sign-key';
import { useNumberText } from '@/client/inside/use-number-text';
import type { Elements } from '@/client/ui/elements';
import { sumParts } from '@/engine/inside/sum-parts';
import type { LevelProps } from './level-props';
import { PartsTable } from './parts-table';
import { SumSteps } from './sum-steps';

/** A unit of a dense layer: what comes in, times its weights, is the products, and these make its answer. */
export function UnitLevel({ network, names, onPlace, place }: LevelProps & { place: SumPlace }) {
  const t = useTranslations('inside');
  const { full } = useNumberText();
  const { layer, unit, part } = place;
  const { layers } = network.pass;
  const traced = layers[layer]!;
  const parts = useMemo(() => sumParts(traced, unit), [traced, unit]);
  const layout = useMemo(() => inputsLayout(layers, layer, network.side), [layers, layer, network.side]);
  const isLast = layer === layers.length - 1;
  const words = t('cell.product', {
    cell: names.input(layer, part),
    value: full(parts.values[part]!),
    weight: full(parts.weights[part]!),
    product: full(parts.products[part]!),
  });
  const move = (to: number) => onPlace({ level: 'unit', ...place, part: to });
  const open = (to: number) => onPlace({ ...place, level: 'product', part: to });
  const ofPicture = layer === 0;
  return (
    <>
      <p className="max-w-5xl">
        {isLast ? t('unit.hintAnswer', { label: names.labels[unit]! }) : t('unit.hintDense')}
      </p>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          <Titled title={t('unit.values')}>
            <NumberGrid
              values={parts.values}
              layout={layout}
              look={ofPicture ? 'ink' : 'signed'}
              label={t('unit.values')}
              at={part}
            />
          </Titled>
          <Titled title={t('unit.weights')}>
            <NumberGrid
              values={parts.weights}
              layout={layout}
              look="signed"
              label={t('unit.weights')}
              at={part}
            />
          </Titled>
          <Titled title={t('unit.products')} className="max-sm:col-span-2">
            <NumberGrid
              values={parts.products}
              layout={layout}
              look="signed"
              label={`${t('unit.products')}. ${words}`}
              cursor={{ at: part, move, open }}
              first
            />
          </Titled>
          <div className="col-span-full">
            <CellLine words={words} action={{ label: t('unit.open'), act: () => open(part) }} />
            <SignKey />
          </div>
        </div>
        <SumSteps
          network={network}
          names={names}
          onPlace={onPlace}
          place={place}
          parts={parts}
          answer={traced.answers[unit]!}
        />
      </div>
      <PartsTable parts={parts} nameOf={(at) => names.input(layer, at)} />
    </>
  );
}

function Titled({ title, className, children }: { title: string; className?: string; children: Elements }) {
  return (
    <figure className={className}>
      <figcaption className="mb-1 text-sm font-semibold">{title}</figcaption>
      {children}
    </figure>
  );
}
