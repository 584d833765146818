'use client';

import {
  CircleCheck,
  CirclePause,
  CircleStop,
  type LucideIcon,
  OctagonAlert,
  TrendingUp,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, type BadgeTone } from '@/client/ui/badge';
import type { RunState } from '@/protocol/run';

const LOOKS: Record<RunState, { icon: LucideIcon; tone: BadgeTone }> = {
  training: { icon: TrendingUp, tone: 'positive' },
  paused: { icon: CirclePause, tone: 'neutral' },
  finished: { icon: CircleCheck, tone: 'ok' },
  diverged: { icon: OctagonAlert, tone: 'danger' },
  stopped: { icon: CircleStop, tone: 'neutral' },
};

/** How a run stands or how it ended: word, sign and colour. */
export function RunStateBadge({ state }: { state: RunState }) {
  const t = useTranslations('review.runState');
  const { icon: Icon, tone } = LOOKS[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(state)}
    </Badge>
  );
}
