'use client';

import { ListChecks } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { Button } from '@/client/ui/button';
import { IconButton } from '@/client/ui/icon-button';

/** Lets students be chosen by their cards. @param shown those whose cards are shown now, whatever is searched for */
export function SelectToggle({ shown }: { shown: readonly string[] }) {
  const t = useTranslations('leading.select');
  const { selectedStudents } = useConsole();
  const { subscribe, isChoosing } = selectedStudents;
  const choosing = useSyncExternalStore(subscribe, isChoosing, isChoosing);
  return (
    <>
      <IconButton
        size="sm"
        label={t('begin')}
        aria-pressed={choosing}
        icon={<ListChecks aria-hidden="true" />}
        onClick={() => selectedStudents.turn(!choosing)}
        className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
      />
      {choosing && (
        <Button size="sm" onClick={() => selectedStudents.choose(shown)}>
          {t('all')}
        </Button>
      )}
    </>
  );
}
