'use client';

import { useMemo } from 'react';
import type { Shape } from '@/base/shape';
import type { RunSoFar } from './run-so-far';
import { type OpenPlace, shownPiece, useOpenPiece } from './use-laid';

/**
 * Lays a run open to the class, which no browser keeps and nobody is handed.
 * @param shape always the same
 * @returns another's, where the place shows it; it is the same as long as nothing of it has changed
 */
export function useRunSoFar<Settings>(
  { open, shown }: OpenPlace,
  run: RunSoFar<Settings> | null,
  shape: Shape<RunSoFar<Settings>>,
): RunSoFar<Settings> | null {
  useOpenPiece(open, 'run', { read: () => run && { settings: run.settings, taken: run.taken } });
  return useMemo(() => shownPiece(shown, 'run', shape) ?? null, [shown, shape]);
}
