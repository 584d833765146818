'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { SentMessage } from '@/protocol/message';

/** The newest messages, the last one first: when, what, to how many, and how many have put it away. */
export function SentMessages({ messages }: { messages: readonly SentMessage[] }) {
  const t = useTranslations('leading.message');
  const format = useFormatter();
  if (messages.length === 0) return null;
  return (
    <section aria-label={t('sentBefore')} className="mt-5 border-t border-line pt-3">
      <h3 className="font-sans text-sm font-semibold text-ink-soft">{t('sentBefore')}</h3>
      <ul className="mt-1 flex flex-col gap-2">
        {[...messages].reverse().map(({ id, text, sentAt, to, dismissed }) => (
          <li key={id} className="text-sm">
            <p translate="no" className="[overflow-wrap:anywhere]">
              {text}
            </p>
            <p className="tabular text-xs text-ink-soft">
              {t('fate', { time: format.dateTime(sentAt, 'time'), to, dismissed })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
