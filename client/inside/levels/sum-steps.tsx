'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { onwards, type SumPlace } from '@/client/inside/place';
import { useNumberText } from '@/client/inside/use-number-text';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { classNames } from '@/client/ui/class-names';
import type { Elements } from '@/client/ui/elements';
import type { SumParts } from '@/engine/inside/sum-parts';
import type { LevelProps } from './level-props';

interface Props extends LevelProps {
  place: SumPlace;
  parts: SumParts;
  /** What goes on, activated; null: nothing goes on from here. */
  answer: number | null;
  /** A step between the sum and the activation: the pooling. */
  between?: Elements;
}

/** From the products to what goes on: added up, the bias, the activation, and the next layer. */
export function SumSteps({ network, names, onPlace, place, parts, answer, between }: Props) {
  const t = useTranslations('inside.unit');
  const { full } = useNumberText();
  const { products, bias, sum } = parts;
  const [plus, minus] = [1, -1].map((sign) =>
    products.reduce((total, product) => (product * sign > 0 ? total + product : total), 0),
  );
  const { activation } = network.architecture.network;
  const isLast = place.layer === network.pass.layers.length - 1;
  const next = onwards(network.pass, place);
  return (
    <Card as="section" aria-label={t('equation')} graphPaper className="flex flex-col gap-3">
      <dl className="tabular grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 text-lg">
        <Line term={t('allProducts', { count: products.length })} value={plus! + minus!} write={full} />
        <Line small term={t('plusProducts')} value={plus!} write={full} />
        <Line small term={t('minusProducts')} value={minus!} write={full} />
        <Line term={t('bias')} value={bias} write={full} />
        <Line strong term={t('sum')} value={sum} write={full} />
      </dl>
      {between}
      {isLast ? (
        <p className="text-sm">{t('logit')}</p>
      ) : (
        answer !== null && (
          <div>
            <dl className="tabular grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 text-lg">
              <Line
                strong
                term={t('after', { activation: ACTIVATION_NAMES[activation] })}
                value={answer}
                write={full}
              />
            </dl>
            <p className="mt-1 text-sm">{t(activation)}</p>
          </div>
        )
      )}
      {(isLast || answer !== null) && (
        <div>
          <Button look="primary" icon={<ArrowRight aria-hidden="true" />} onClick={() => onPlace(next)}>
            {t('follow', { to: toWords() })}
          </Button>
        </div>
      )}
    </Card>
  );

  function toWords(): string {
    if (next.level !== 'unit') return t('toShares');
    const { layer, unit } = next;
    if (layer === network.pass.layers.length - 1) return t('toLabel', { label: names.labels[unit]! });
    return t(network.pass.layers[layer]!.side === null ? 'toUnit' : 'toMap', { number: unit + 1 });
  }
}

/** As they are written everywhere. */
export const ACTIVATION_NAMES = { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoid' } as const;

interface LineProps {
  term: string;
  value: number;
  write(value: number): string;
  strong?: boolean;
  small?: boolean;
}

function Line({ term, value, write, strong = false, small = false }: LineProps) {
  return (
    <>
      <dt className={classNames(strong && 'font-semibold', small && 'pl-4 text-base text-ink-soft')}>
        {term}
      </dt>
      <dd
        className={classNames(
          'text-right',
          strong && 'text-2xl font-bold',
          small && 'text-base',
          value < 0 ? 'text-negative' : 'text-positive',
        )}
      >
        {value > 0 ? `+${write(value)}` : write(value)}
      </dd>
    </>
  );
}
