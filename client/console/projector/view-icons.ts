import {
  Camera,
  ChartScatter,
  ChartSpline,
  ClipboardList,
  Cpu,
  Dices,
  Grid3x3,
  Layers,
  Lightbulb,
  ListOrdered,
  type LucideIcon,
  MessageCircleQuestion,
  QrCode,
  Sparkles,
  Trophy,
  Vote,
} from 'lucide-react';
import type { ScreenViewId } from '@/protocol/screen';

/** The sign of each view of the projector on its button. */
export const VIEW_ICONS: Readonly<Record<ScreenViewId, LucideIcon>> = {
  auto: Sparkles,
  join: QrCode,
  step: ClipboardList,
  curves: ChartSpline,
  map: ChartScatter,
  vote: Vote,
  guesses: MessageCircleQuestion,
  pool: Grid3x3,
  devices: Cpu,
  product: Layers,
  spotlight: Lightbulb,
  snapshot: Camera,
  board: ListOrdered,
  podium: Trophy,
  again: Dices,
};
