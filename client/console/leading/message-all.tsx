'use client';

import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/client/ui/icon-button';
import type { TeacherView } from '@/protocol/views';
import { MessageDialog } from './message-dialog';
import { SentMessages } from './sent-messages';

/** A message to everybody, and what became of those before. */
export function MessageAll({ view }: { view: TeacherView }) {
  const t = useTranslations('leading.message');
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label={t('toAll')}
        icon={<MessageSquareText aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      <MessageDialog
        open={open}
        onOpenChange={setOpen}
        to="all"
        toWords={t('toAllWords', { count: view.class.studentCount })}
      >
        <SentMessages messages={view.messages} />
      </MessageDialog>
    </>
  );
}
