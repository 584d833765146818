'use client';

import type { Shape } from '@/base/shape';
import { useStored } from '@/client/live/use-stored';
import type { BenchPlace } from './bench-place';
import { type OpenPlace, useLaid } from './use-laid';

/** Under which key the browser keeps a piece of work; for benches that cannot wait for the first drawing. */
export function keptKey(
  place: Pick<BenchPlace, 'seed' | 'kind' | 'lessonId' | 'stepId'>,
  name: string,
): string {
  return `work:${place.kind}:${place.seed}:${place.lessonId}:${place.stepId}:${name}`;
}

/** The key of the own work; null where another's is shown, of which nothing is kept here. */
export function ownKey(place: KeptPlace, name: string): string | null {
  return place.shown ? null : keptKey(place, name);
}

/** What tells where a piece of work is kept, and who may see it. */
export type KeptPlace = Pick<BenchPlace, 'seed' | 'kind' | 'lessonId' | 'stepId'> & OpenPlace;

/**
 * A piece of a student's work on one step that survives a reload: kept in this browser, by class (or alone), lesson and
 * step. What is kept is read once after the first drawing, since the server draws without it.
 * @param shape of what was kept, which may be old or tampered with: what has it not begins anew
 */
export function useKept<Value>(
  place: KeptPlace,
  name: string,
  initial: Value,
  shape: Shape<Value>,
): [Value, (next: Value) => void] {
  const [value, keep] = useStored(ownKey(place, name), initial, shape);
  return [useLaid(place, name, value, shape, keep), keep];
}
