'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { OWN_POINTS, type OwnPointFault } from '@/engine/points/own-points';
import { TABLE_LIMITS } from '@/engine/table/table';

/** What is wrong with own points, where, and what to do. */
export function useFaultWords(): (fault: OwnPointFault) => string {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  return useCallback(
    ({ code, line, column, found }) => {
      const most = {
        'too-large': TABLE_LIMITS.bytes,
        'too-many-rows': OWN_POINTS.rows,
        'too-few-rows': OWN_POINTS.leastRows,
        'too-many-classes': OWN_POINTS.classes,
        'too-many-inputs': OWN_POINTS.inputs,
      } as Partial<Record<typeof code, number>>;
      const text = t(`own.fault.${code}`, {
        most: numbers.integer(most[code] ?? 0),
        found: found ?? '',
      });
      if (line === null) return text;
      const where = column === null ? t('own.line', { line }) : t('own.lineAndColumn', { line, column });
      return `${where} ${text}`;
    },
    [t, numbers],
  );
}
