'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CellLine } from '@/client/inside/cell-line';
import { unitsLayout } from '@/client/inside/grid-layout';
import { NumberGrid } from '@/client/inside/number-grid';
import { NumbersTable } from '@/client/inside/numbers-table';
import { openUnit } from '@/client/inside/place';
import { SignKey } from '@/client/inside/sign-key';
import { useNumberText } from '@/client/inside/use-number-text';
import type { LevelProps } from './level-props';

/** The units of a dense layer, each with its answer. */
export function LayerLevel({ network, names, onPlace, layer }: LevelProps & { layer: number }) {
  const t = useTranslations('inside');
  const { full } = useNumberText();
  const traced = network.pass.layers[layer]!;
  const { answers, sums } = traced;
  const layout = useMemo(() => unitsLayout(answers.length), [answers]);
  const [at, setAt] = useState(() => answers.indexOf(Math.max(...answers)));
  const open = (unit: number) => onPlace(openUnit(network.pass, layer, unit));
  const words = t('cell.is', { cell: names.unit(layer, at), value: full(answers[at]!) });
  return (
    <>
      <p className="max-w-5xl">{t('layer.dense')}</p>
      <NumberGrid
        values={answers}
        layout={layout}
        look="signed"
        label={`${t('layer.grid', { name: names.layer(layer) })}. ${words}`}
        cursor={{ at, move: setAt, open }}
        first
        className="max-w-[min(100%,88dvh)]"
      />
      <CellLine words={words} action={{ label: t('layer.openUnit'), act: () => open(at) }} />
      <SignKey />
      <NumbersTable
        rows={[...answers.keys()]}
        columns={[
          { id: 'unit', header: t('layer.tableUnit'), cell: (unit) => names.unit(layer, unit) },
          { id: 'sum', header: t('layer.tableSum'), number: (unit) => sums[unit]! },
          { id: 'answer', header: t('layer.tableValue'), number: (unit) => answers[unit]! },
        ]}
      />
    </>
  );
}
