'use client';

import type { OpenWork } from '@/client/benches/frame/open-work';
import { useOpenPiece } from '@/client/benches/frame/use-laid';
import { experimentShape } from '@/client/training/experiment-shape';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { NETWORK_PIECE, networkPiece } from './open-network';
import { writeRun } from './training-work';

/** Opens a digits training to the class: the settings for the next run and a trained network, which can be put there, and the run under way. */
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
  // After the settings, whose seed it takes back with the run.
  useOpenPiece(open, NETWORK_PIECE, networkPiece(open, training));
  useOpenPiece(open, 'run', { read: () => writeRun(current) });
}
