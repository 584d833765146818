'use client';

import { Filter } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import type { SelectionActionProps } from './selection-action';

/** Shows the chosen students alone, as cards and in pictures. */
export function NarrowAction({ narrow, narrowed }: SelectionActionProps) {
  const t = useTranslations('console.selection');
  return (
    <Button
      size="sm"
      aria-pressed={narrowed}
      icon={<Filter aria-hidden="true" />}
      onClick={() => narrow(!narrowed)}
      className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
    >
      {t('only')}
    </Button>
  );
}
