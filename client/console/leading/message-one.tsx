'use client';

import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useClassOver } from '@/client/console/use-class-over';
import { Button } from '@/client/ui/button';
import { MessageDialog } from './message-dialog';

interface Props {
  studentId: string;
  /** As shown. */
  name: string;
}

/** A message to one student. */
export function MessageOne({ studentId, name }: Props) {
  const t = useTranslations('leading.message');
  const [open, setOpen] = useState(false);
  if (useClassOver()) return null;
  return (
    <>
      <Button
        icon={<MessageSquareText aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('one')}
      </Button>
      <MessageDialog open={open} onOpenChange={setOpen} to={[studentId]} toWords={t('toOne', { name })} />
    </>
  );
}
