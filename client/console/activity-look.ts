import {
  CircleCheck,
  CirclePause,
  CircleSlash,
  type LucideIcon,
  OctagonAlert,
  Split,
  TrendingUp,
  UserRound,
  WifiOff,
} from 'lucide-react';
import type { BadgeTone } from '@/client/ui/badge';
import type { Activity } from '@/protocol/activity';

export interface ActivityLook {
  icon: LucideIcon;
  tone: BadgeTone;
  /** Background of this state's part of a bar. */
  bar: string;
}

/** Sign and colour of each state; the word always stands beside them. */
export const ACTIVITY_LOOKS: Record<Activity, ActivityLook> = {
  connected: { icon: UserRound, tone: 'neutral', bar: 'bg-line-strong/50' },
  idle: { icon: CirclePause, tone: 'neutral', bar: 'bg-line-strong' },
  training: { icon: TrendingUp, tone: 'positive', bar: 'bg-positive' },
  diverged: { icon: OctagonAlert, tone: 'danger', bar: 'bg-danger' },
  stuck: { icon: CircleSlash, tone: 'warn', bar: 'bg-warn' },
  overfitting: { icon: Split, tone: 'negative', bar: 'bg-negative' },
  finished: { icon: CircleCheck, tone: 'ok', bar: 'bg-ok' },
  disconnected: { icon: WifiOff, tone: 'neutral', bar: 'bg-line' },
};

/** In the order in which a teacher wants to read them. */
export const ACTIVITY_ORDER: readonly Activity[] = [
  'diverged',
  'stuck',
  'overfitting',
  'training',
  'finished',
  'idle',
  'connected',
  'disconnected',
];
