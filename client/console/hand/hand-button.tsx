'use client';

import { PackageOpen } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { May } from '@/client/console/may';
import { Button } from '@/client/ui/button';
import { useHand } from './hand';

/** The way from the teacher's own bench to the students': to those who are chosen, where some are. Nothing while nothing can be handed. */
export function HandButton({ className }: { className?: string }) {
  const t = useTranslations('shoulder.hand');
  const hand = useHand();
  if (hand === null) return null;
  return (
    <May least="lead">
      <Button
        size="sm"
        icon={<PackageOpen aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={hand}
        className={className}
      >
        {t('open')}
      </Button>
    </May>
  );
}
