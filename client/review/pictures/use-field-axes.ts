'use client';

import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import { type ClassRun, type FieldId, fieldOf, isNumberField } from '@/client/review/runs/run-fields';
import type { RunWords } from '@/client/review/runs/use-run-words';
import { type FieldAxis, numberAxis, wordAxis } from './field-axis';

export interface NamedAxis extends FieldAxis {
  id: FieldId;
  name: string;
  /** A value of the field as it is written at the axis. */
  write(value: number | string): string;
}

/** Axes for fields, over all runs that are given. */
export function useFieldAxes(
  runs: readonly ClassRun[],
  ids: readonly FieldId[],
  words: RunWords,
): NamedAxis[] {
  const language = useLocale();
  return useMemo(() => {
    const collator = new Intl.Collator(language, { numeric: true });
    return ids.map((id): NamedAxis => {
      const name = words.nameWithUnit(id);
      const values = runs.map((run) => fieldOf(run, id));
      if (isNumberField(id)) {
        const axis = numberAxis(values.map((value) => (typeof value === 'number' ? value : null)));
        return { ...axis, id, name, write: (value) => String(Number(Number(value).toPrecision(3))) };
      }
      const labels = new Map<string, string>();
      for (const [index, value] of values.entries())
        if (value !== null && !labels.has(String(value)))
          labels.set(String(value), words.value(runs[index]!, id));
      const order = [...labels].sort(([, a], [, b]) => collator.compare(a, b));
      const axis = wordAxis(order.map(([word]) => word));
      return { ...axis, id, name, write: (value) => labels.get(String(value)) ?? String(value) };
    });
  }, [runs, ids, words, language]);
}
