'use client';

import { useTranslations } from 'use-intl';
import { calculate, isCalculation } from './arithmetic';
import { SLOPE_DECIMALS, writeValue } from './number-format';
import { type QuantityId, quantity } from './quantities';

/** What the calculation in the active field comes to, or that it is none. Always a line high. */
export function FieldNote({ id, text }: { id: QuantityId; text: string }) {
  const t = useTranslations('backpropagation');
  const value = calculate(text);
  return (
    <p className="tabular min-h-6 px-2 text-sm" data-testid="field-note">
      {text.trim() === '' ? null : value === null ? (
        <span className="text-ink-soft">{t('field.broken')}</span>
      ) : isCalculation(text) ? (
        <>
          <span translate="no">{`${quantity(id).symbol} =`}</span>{' '}
          <strong>{writeValue(value, SLOPE_DECIMALS)}</strong>
        </>
      ) : null}
    </p>
  );
}
