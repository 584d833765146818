'use client';

import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { CellLine } from '@/client/inside/cell-line';
import { floatText } from '@/client/inside/float-text';
import { inputsLayout, squareLayout } from '@/client/inside/grid-layout';
import { NumberGrid } from '@/client/inside/number-grid';
import type { SumPlace } from '@/client/inside/place';
import { useNumberText } from '@/client/inside/use-number-text';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import { sumParts } from '@/engine/inside/sum-parts';
import type { LevelProps } from './level-props';
import { channelOf } from './window-channel';

/** One multiplication, large: what comes in, the weight, and what becomes of it. */
export function ProductLevel({
  network,
  names,
  onPlace,
  place,
  untrained,
}: LevelProps & { place: SumPlace; untrained: boolean }) {
  const t = useTranslations('inside');
  const { full } = useNumberText();
  const { layer, unit, spot, part } = place;
  const { layers } = network.pass;
  const traced = layers[layer]!;
  const parts = useMemo(() => sumParts(traced, unit, spot), [traced, unit, spot]);
  // Of a filter the products on one map are beside each other.
  const channel = traced.side === null ? null : channelOf(traced, part);
  const layout = useMemo(
    () => (channel ? squareLayout(channel.kernel) : inputsLayout(layers, layer, network.side)),
    [channel?.kernel, layers, layer, network.side, channel],
  );
  const [value, weight, product] = [parts.values[part]!, parts.weights[part]!, parts.products[part]!];
  const input = parts.from[part]!;
  const cell = names.input(layer, input);
  const move = (to: number) =>
    onPlace({ level: 'product', ...place, part: channel ? channel.partAt(to) : to });
  const shown = channel ? channel.pick(parts.products) : parts.products;
  return (
    <div className="grid items-start gap-x-6 gap-y-4 md:grid-cols-[minmax(0,1fr)_minmax(12rem,22rem)]">
      <div className="flex flex-col gap-4">
        <div className="tabular grid grid-cols-[1fr_auto_1fr_auto_1fr] items-center gap-x-2 text-center">
          <Large value={value} text={full(value)} />
          <span className={SIGN}>×</span>
          <Large value={weight} text={full(weight)} />
          <span className={SIGN}>=</span>
          <Large value={product} text={full(product)} strong />
          <span className="text-base font-semibold">{t('product.value')}</span>
          <span />
          <span className="text-base font-semibold">{t('product.weight')}</span>
          <span />
          <span className="text-base font-semibold">{t('product.product')}</span>
          <span className="text-sm text-ink-soft">
            {layer > 0
              ? t('product.answerOf', { cell, layer })
              : input === -1
                ? cell
                : t('product.ink', { cell, byte: Math.round(value * 255) })}
          </span>
          <span />
          <span className="text-sm text-ink-soft">{t(untrained ? 'product.chance' : 'product.learned')}</span>
          <span />
          <span className="text-sm text-ink-soft">
            {t(product === 0 ? 'product.nothing' : product > 0 ? 'product.pulls' : 'product.pushes')}
          </span>
        </div>
        <p className="tabular text-lg">
          {t('product.part', {
            product: full(product),
            sum: full(parts.sum),
            count: parts.products.length,
            name: names.unit(layer, unit),
          })}
        </p>
        <p className="tabular text-sm text-ink-soft">
          {t('product.exactly', {
            value: floatText(value),
            weight: floatText(weight),
            product: floatText(product),
          })}
        </p>
        <div>
          <Button
            look="primary"
            icon={<ArrowRight aria-hidden="true" />}
            onClick={() => onPlace({ ...place, level: 'unit' })}
          >
            {t('product.add')}
          </Button>
        </div>
      </div>
      <figure>
        <figcaption className="mb-1 text-sm font-semibold">{t('product.others')}</figcaption>
        <NumberGrid
          values={shown}
          layout={layout}
          look="signed"
          label={`${t('unit.products')}. ${t('cell.is', { cell, value: full(product) })}`}
          cursor={{ at: channel ? channel.indexOf(part) : part, move }}
          first
        />
        <CellLine words={t('cell.is', { cell, value: full(product) })} />
      </figure>
    </div>
  );
}

const SIGN = 'font-display text-[clamp(1.5rem,4vw,3.5rem)] text-ink-soft';

function Large({ value, text, strong = false }: { value: number; text: string; strong?: boolean }) {
  return (
    <span
      className={classNames(
        'rounded-md border-2 bg-surface-raised px-1 py-3 font-display text-[clamp(1.25rem,4.6vw,4rem)] leading-none whitespace-nowrap',
        value < 0 ? 'border-negative text-negative' : 'border-positive text-positive',
        strong && 'font-bold',
      )}
    >
      {text}
    </span>
  );
}
