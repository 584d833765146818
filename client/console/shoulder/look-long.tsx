'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import type { RosterEntry } from '@/protocol/views';
import { useShoulder } from './shoulder';

/** The same in the drawer, which makes room for the bench. */
export function LookLong({ student, onLook }: { student: RosterEntry; onLook(): void }) {
  const t = useTranslations('shoulder');
  const shoulder = useShoulder();
  if (!shoulder || student.membership !== 'in') return null;
  return (
    <Button
      look="primary"
      icon={<Eye aria-hidden="true" />}
      onClick={() => {
        onLook();
        shoulder.look(student.id);
      }}
    >
      {t('lookLong')}
    </Button>
  );
}
