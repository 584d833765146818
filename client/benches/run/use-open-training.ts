'use client';

import type { OpenWork } from '@/client/benches/frame/open-work';
import { useOpenPiece } from '@/client/benches/frame/use-laid';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { experimentShape, writeRun } from './training-work';

/** Opens a digits training to the class: the settings for the next run, which can be put there, and the run under way. */
export function useOpenTraining(
  open: OpenWork | undefined,
  training: BenchTraining,
  { draft, current }: TrainingSnapshot,
): void {
  useOpenPiece(open, 'draft', {
    read: () => draft,
    put: (value) => {
      const wanted = experimentShape(value);
      // The class has its pictures: a set-up for others is nothing here. A run under way goes on; the settings wait for the next.
      if (wanted?.dataset !== draft.dataset) return false;
      training.setDraft({ ...wanted, seed: draft.seed });
      return true;
    },
  });
  useOpenPiece(open, 'run', { read: () => writeRun(current) });
}
