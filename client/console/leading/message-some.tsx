'use client';

import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { May } from '@/client/console/may';
import type { SelectionActionProps } from '@/client/console/selection/selection-action';
import { useClassOver } from '@/client/console/use-class-over';
import { Button } from '@/client/ui/button';
import { MessageDialog } from './message-dialog';

/** A message to the chosen students. */
export function MessageSome({ students }: SelectionActionProps) {
  const t = useTranslations('leading.message');
  const [open, setOpen] = useState(false);
  if (useClassOver()) return null;
  return (
    <May least="help">
      <Button
        size="sm"
        look="primary"
        icon={<MessageSquareText aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('one')}
      </Button>
      <MessageDialog
        open={open}
        onOpenChange={setOpen}
        to={students.map(({ id }) => id)}
        toWords={t('toSome', { count: students.length })}
      />
    </May>
  );
}
