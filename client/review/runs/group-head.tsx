'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import type { RunGroup } from './group-runs';

interface Props {
  group: RunGroup;
  name: string;
  folded: boolean;
  onFold(): void;
}

/** The head of a group of runs: what they share, how many they are, and how they did. */
export function GroupHead({ group, name, folded, onFold }: Props) {
  const t = useTranslations('runs.table');
  const numbers = useNumbers();
  return (
    <span className="sticky left-4 flex w-fit max-w-[80vw] items-center gap-3">
      <Button
        size="sm"
        look="quiet"
        icon={folded ? <ChevronRight aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
        aria-expanded={!folded}
        onClick={onFold}
        className="-ml-2"
      >
        {name}
      </Button>
      <span className="tabular truncate text-sm font-normal text-ink-soft">
        {group.best === null || group.median === null
          ? t('groupCount', { count: group.runs.length })
          : t('groupSays', {
              count: group.runs.length,
              best: numbers.percent(group.best / 100),
              median: numbers.percent(group.median / 100),
            })}
      </span>
    </span>
  );
}
