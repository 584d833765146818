'use client';

import { useTranslations } from 'use-intl';
import { type QuantityId, quantity } from './quantities';

/** What each number is called in words: a screen reader makes nothing of ∂L/∂w₁. */
export function useQuantityNames(): (id: QuantityId) => string {
  const t = useTranslations('backpropagation');
  return (id) => {
    const { symbol } = quantity(id);
    if (id === 't' || id === 'loss') return t(`name.${id}`);
    if (id.startsWith('g')) return t('name.slope', { of: quantity(id.slice(1) as QuantityId).symbol });
    if (id.startsWith('dy')) return t('name.slope', { of: quantity(id.slice(1) as QuantityId).symbol });
    if (id.startsWith('d')) return t('name.delta', { symbol });
    if (id.startsWith('z')) return t('name.sum', { symbol });
    if (id.startsWith('y')) return t('name.output', { symbol });
    return t(id.startsWith('x') ? 'name.input' : id.startsWith('w') ? 'name.weight' : 'name.bias', {
      symbol,
    });
  };
}
