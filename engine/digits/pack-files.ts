import type { Part } from '@/engine/worker/messages';

/** The served pictures, in the order in which they are fetched: training starts on the first, the rest streams in. */
export const DIGIT_FILES: readonly { file: string; part: Part; count: number; bytes: number }[] = [
  { file: 'train-1.bin', part: 'train', count: 1_000, bytes: 132_145 },
  { file: 'validation.bin', part: 'validation', count: 2_000, bytes: 264_070 },
  { file: 'train-2.bin', part: 'train', count: 5_000, bytes: 660_201 },
  { file: 'train-3.bin', part: 'train', count: 6_000, bytes: 789_098 },
];

/** How many training pictures each file brings, in order: batch-order.ts shuffles within these blocks in the first epoch. */
export const TRAIN_BLOCKS: readonly number[] = DIGIT_FILES.filter((f) => f.part === 'train').map(
  (f) => f.count,
);
export const TRAIN_EXAMPLES = TRAIN_BLOCKS.reduce((sum, n) => sum + n, 0);
export const VALIDATION_EXAMPLES = 2_000;
/** Hidden pictures on the server: as many in the public half, which comes first, as in the private half. */
export const HIDDEN_HALF = 2_000;
