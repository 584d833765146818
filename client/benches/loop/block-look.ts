import { Footprints, Layers, type LucideIcon, Scale, TrendingDown, Wrench } from 'lucide-react';
import type { ProgramBlock } from '@/engine/dense/training-program';

/** Each block's picture. */
export const BLOCK_ICONS: Readonly<Record<ProgramBlock, LucideIcon>> = {
  loss: Scale,
  rule: Footprints,
  feed: Layers,
  gradient: TrendingDown,
  update: Wrench,
};
