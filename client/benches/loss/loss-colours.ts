import type { LossChoice } from '@/protocol/challenges/loss';

/** How each loss is drawn in all pictures of lesson 6: never by colour alone. */
export const LOSS_LOOKS: Readonly<Record<LossChoice, { colour: string; dash?: string }>> = {
  'squared-error': { colour: 'var(--series-4)' },
  'binary-cross-entropy': { colour: 'var(--series-3)', dash: '9 5' },
};
