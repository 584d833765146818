'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';

interface Props {
  named: boolean;
  onChange(named: boolean): void;
}

/** Hides the names of a report's students, or shows them. */
export function NamesToggle({ named, onChange }: Props) {
  const t = useTranslations('report');
  return (
    <Button className="no-print" onClick={() => onChange(!named)}>
      {t(named ? 'hideNames' : 'showNames')}
    </Button>
  );
}
