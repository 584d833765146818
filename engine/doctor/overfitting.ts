import type { Finding } from '@/protocol/finding';
import { THRESHOLDS as T } from './thresholds';
import type { Note } from './vitals';

/**
 * Overfitting: loss on held-back examples has turned, while that on the training's own went on falling. It begins where the
 * held-back loss was lowest, as early stopping has it (Prechelt, "Early stopping – but when?", 1998).
 */
export function overfittingSince(notes: readonly Note[], chanceLoss: number): Finding | null {
  const measured = notes.filter(({ heldLoss, loss }) => heldLoss !== null && loss !== null);
  const last = measured.at(-1);
  if (!last || measured.length < T.overfittingNotes) return null;
  const best = measured.reduce((a, b) => (b.heldLoss! < a.heldLoss! ? b : a));
  const since = measured.filter(({ step }) => step > best.step);
  const rise = last.heldLoss! - best.heldLoss!;
  const gap = last.heldLoss! - last.loss!;
  if (since.length < T.overfittingSince || rise < T.overfittingRise * best.heldLoss!) return null;
  // Of almost nothing, a multiple is almost nothing too.
  if (rise < T.overfittingLeast * chanceLoss || last.loss! >= best.loss! || gap <= 0) return null;
  // Not one unlucky measurement: most of those since then lie above the best.
  const above = since.filter(({ heldLoss }) => heldLoss! > best.heldLoss! * (1 + T.overfittingRise / 2));
  return above.length * 2 > since.length ? { kind: 'overfitting', gap, since: best.epoch } : null;
}
