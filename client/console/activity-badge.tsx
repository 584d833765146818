'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/client/ui/badge';
import type { Activity } from '@/protocol/activity';
import { ACTIVITY_LOOKS } from './activity-look';

/** A student's state: word, sign and colour. */
export function ActivityBadge({ activity, className }: { activity: Activity; className?: string }) {
  const t = useTranslations('console.activity');
  const { icon: Icon, tone } = ACTIVITY_LOOKS[activity];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />} className={className}>
      {t(activity)}
    </Badge>
  );
}
