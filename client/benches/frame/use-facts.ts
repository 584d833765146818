'use client';

import { useEffect } from 'react';
import { readText } from '@/client/live/stored';
import type { BenchId } from '@/lessons/bench';
import type { Facts, FactsOfBench } from '@/lessons/facts';
import type { BenchPlace } from './bench-place';

/**
 * Tells the step around the bench how the bench is, whenever that changes: its goals are made of it.
 * @param facts all of the bench's, or those that change together; null: not known yet
 */
export function useFacts<Id extends BenchId>(
  { tell }: Pick<BenchPlace, 'tell'>,
  facts: Partial<FactsOfBench[Id]> | null,
): void {
  const text = JSON.stringify(facts);
  useEffect(() => {
    if (text !== 'null') tell?.(readText(text) as Facts);
  }, [tell, text]);
}
