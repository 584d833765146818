'use client';

import { Eye } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useCardTabIndex } from '@/client/console/keys/use-card-stop';
import { useMay } from '@/client/console/may';
import { IconButton } from '@/client/ui/icon-button';
import { useShoulder } from './shoulder';

/** On a student's card: one tap, and the bench is there. Not drawn anew with the card's figures. */
export const LookButton = memo(function LookButton({ studentId, name }: { studentId: string; name: string }) {
  const t = useTranslations('shoulder');
  const shoulder = useShoulder();
  const helps = useMay('help');
  const tabIndex = useCardTabIndex(studentId);
  if (!shoulder || !helps) return null;
  return (
    <IconButton
      label={t('look', { name })}
      icon={<Eye aria-hidden="true" />}
      size="sm"
      tabIndex={tabIndex}
      // Above the name's button, which takes the whole card.
      className="relative z-10 -my-1 -mr-1.5 shrink-0"
      onClick={() => shoulder.look(studentId)}
    />
  );
});
