'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Card } from '@/client/ui/card';
import { type Column, DataTable } from '@/client/ui/data-table';
import type { SentMessage } from '@/protocol/message';

/** What was said to students in the class: when, to how many, and how many put it away. Nothing where nothing was said. */
export function MessagesTable({ messages }: { messages: readonly SentMessage[] }) {
  const t = useTranslations('review.messages');
  const numbers = useNumbers();
  const format = useFormatter();
  if (messages.length === 0) return null;
  const columns: Column<SentMessage>[] = [
    { id: 'when', header: t('when'), cell: ({ sentAt }) => format.dateTime(sentAt, 'time') },
    {
      id: 'text',
      header: t('text'),
      rowHeader: true,
      className: 'min-w-48 whitespace-normal',
      cell: ({ text }) => (
        <span translate="no" className="[overflow-wrap:anywhere]">
          {text}
        </span>
      ),
    },
    { id: 'to', header: t('to'), align: 'right', cell: ({ to }) => numbers.integer(to) },
    {
      id: 'dismissed',
      header: t('dismissed'),
      align: 'right',
      cell: ({ dismissed }) => numbers.integer(dismissed),
    },
  ];
  return (
    <Card as="section" title={t('title')} flush>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={messages}
        rowKey={({ id }) => id}
        dense
        className="max-h-96 rounded-t-none border-t border-line"
      />
    </Card>
  );
}
