'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { floatText } from '@/client/inside/float-text';
import { openUnit } from '@/client/inside/place';
import { useNumberText } from '@/client/inside/use-number-text';
import { classNames } from '@/client/ui/class-names';
import { DataTable } from '@/client/ui/data-table';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { LevelProps } from './level-props';

/** Softmax, number by number: from the sums of the answers to their shares. */
export function AnswersLevel({ network, names, onPlace }: LevelProps) {
  const t = useTranslations('inside.answers');
  const numbers = useNumbers();
  const { full } = useNumberText();
  const { logits, layers } = network.pass;
  const top = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return (
    <>
      <p className="max-w-5xl">{t('hint')}</p>
      <OneStopGroup className="w-full max-w-4xl rounded-md border border-line">
        <DataTable
          dense
          caption={t('share')}
          rows={[...logits.keys()]}
          rowKey={String}
          isOwnRow={(label) => label === network.answer}
          columns={[
            {
              id: 'label',
              header: t('label'),
              rowHeader: true,
              cell: (label) => (
                <button
                  type="button"
                  aria-label={t('open', { label: names.labels[label]! })}
                  data-inside-first={label === network.answer ? '' : undefined}
                  onClick={() => onPlace(openUnit(network.pass, layers.length - 1, label))}
                  className="min-h-7 cursor-pointer px-2 font-display text-xl font-bold underline underline-offset-4 pointer-coarse:min-h-11"
                >
                  {names.labels[label]}
                </button>
              ),
            },
            {
              id: 'sum',
              header: t('sum'),
              align: 'right',
              cell: (label) => (
                <span
                  title={floatText(logits[label]!)}
                  className={classNames('text-lg', logits[label]! < 0 ? 'text-negative' : 'text-positive')}
                >
                  {full(logits[label]!)}
                </span>
              ),
            },
            {
              id: 'power',
              header: t('power'),
              align: 'right',
              cell: (label) => <span className="text-lg">{full(powers[label]!)}</span>,
            },
            {
              id: 'share',
              header: t('share'),
              align: 'right',
              cell: (label) => (
                <span className="text-lg font-semibold">{numbers.percent(network.shares[label]!, 2)}</span>
              ),
            },
          ]}
        />
      </OneStopGroup>
      <p className="tabular text-lg">
        <span>{t('total')}</span>{' '}
        <span className="font-semibold">{`Σ e^(z − ${full(top)}) = ${full(total)}`}</span>
      </p>
    </>
  );
}
