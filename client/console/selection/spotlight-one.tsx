'use client';

import { MonitorUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { May } from '@/client/console/may';
import { useClassOver } from '@/client/console/use-class-over';
import { Button } from '@/client/ui/button';
import { spotlightArgument } from '@/protocol/screen';
import type { SelectionActionProps } from './selection-action';

/** Puts the bench of the one who is chosen on the projector, without the name. */
export function SpotlightOne({ students }: SelectionActionProps) {
  const t = useTranslations('shoulder.snapshots');
  const { ask, offlineReason } = useConsole();
  const over = useClassOver();
  const [student] = students;
  if (over || students.length !== 1 || student === undefined) return null;
  return (
    <May least="lead">
      <Button
        size="sm"
        icon={<MonitorUp aria-hidden="true" />}
        disabledReason={offlineReason}
        onClick={() =>
          void ask({
            type: 'screen:show',
            view: 'spotlight',
            argument: spotlightArgument(student.id, false),
            pinned: false,
          })
        }
      >
        {t('spotlight')}
      </Button>
    </May>
  );
}
