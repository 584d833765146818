'use client';

import { type ReactNode, useMemo } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import type { Messages } from '@/client/messages/en';

/** Adds areas to those that are there already. */
export function MoreMessages({ messages, children }: { messages: Partial<Messages>; children: ReactNode }) {
  const held = useMessages();
  const language = useLocale();
  const all = useMemo(() => ({ ...held, ...messages }), [held, messages]);
  return (
    <IntlProvider locale={language} messages={all as Messages}>
      {children}
    </IntlProvider>
  );
}
