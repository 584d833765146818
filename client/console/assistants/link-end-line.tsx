'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useMinutes } from '@/client/console/use-minutes';
import type { AssistantEntry } from '@/protocol/assistants';

interface Props {
  link: AssistantEntry;
  /** The class is over. */
  ended: boolean;
}

/** When a link ends, or that it has; nothing where it is good until it is taken back. */
export function LinkEndLine({ link: { madeAt, endsAt, endsWithClass }, ended }: Props) {
  const t = useTranslations('console.assistants');
  const format = useFormatter();
  const { serverNow } = useConsole();
  // Looked at again every minute.
  useMinutes(endsAt === null ? null : madeAt, serverNow);
  const over = (endsWithClass && ended) || (endsAt !== null && endsAt <= serverNow());
  if (endsAt === null && !endsWithClass) return null;
  return (
    <span className="block text-ink-soft">
      {over
        ? t('isOver')
        : endsAt === null
          ? t('endsWithClass')
          : t('endsAt', { time: format.dateTime(endsAt, 'moment') })}
    </span>
  );
}
