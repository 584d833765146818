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
import { isOpen, type RunState } from '@/protocol/run-state';

const LOOKS: Record<RunState, { icon: LucideIcon; tone: BadgeTone }> = {
  training: { icon: TrendingUp, tone: 'positive' },
  paused: { icon: CirclePause, tone: 'neutral' },
  finished: { icon: CircleCheck, tone: 'ok' },
  diverged: { icon: OctagonAlert, tone: 'danger' },
  stopped: { icon: CircleStop, tone: 'neutral' },
};

interface Props {
  state: RunState;
  /** The class has ended: a run that was still open goes on no more. */
  over?: boolean;
}

/** How a run stands or how it ended: word, sign and colour. */
export function RunStateBadge({ state, over = false }: Props) {
  const t = useTranslations('review.runState');
  const cut = over && isOpen(state);
  const { icon: Icon, tone } = LOOKS[cut ? 'stopped' : state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(cut ? 'unfinished' : state)}
    </Badge>
  );
}
