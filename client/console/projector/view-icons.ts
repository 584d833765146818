import {
  ChartScatter,
  ChartSpline,
  ClipboardList,
  Cpu,
  Grid3x3,
  ListOrdered,
  type LucideIcon,
  MessageCircleQuestion,
  QrCode,
  Sparkles,
  Trophy,
} from 'lucide-react';
import type { ScreenViewId } from '@/protocol/screen';

/** The sign of each view of the projector on its button. */
export const VIEW_ICONS: Readonly<Record<ScreenViewId, LucideIcon>> = {
  auto: Sparkles,
  join: QrCode,
  step: ClipboardList,
  curves: ChartSpline,
  map: ChartScatter,
  guesses: MessageCircleQuestion,
  pool: Grid3x3,
  devices: Cpu,
  board: ListOrdered,
  podium: Trophy,
};
