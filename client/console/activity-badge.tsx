'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/client/ui/badge';
import type { Activity } from '@/protocol/activity';
import { ACTIVITY_LOOKS } from './activity-look';

interface Props {
  activity: Activity;
  /** The word is left to who points at it, and to readers: where the name beside it needs its room. */
  short?: boolean;
  className?: string;
}

/** A student's state: word, sign and colour. */
export function ActivityBadge({ activity, short = false, className }: Props) {
  const t = useTranslations('console.activity');
  const { icon: Icon, tone } = ACTIVITY_LOOKS[activity];
  return (
    <Badge
      tone={tone}
      icon={<Icon aria-hidden="true" />}
      title={short ? t(activity) : undefined}
      className={className}
    >
      {short ? <span className="sr-only">{t(activity)}</span> : t(activity)}
    </Badge>
  );
}
