'use client';

import { useTranslations } from 'use-intl';
import { openSteps } from '@/protocol/pacing';
import type { ClassFacts } from '@/protocol/views';

interface Props {
  facts: Pick<ClassFacts, 'pacing' | 'stepIndex'>;
  /** How many steps the class has. */
  count: number;
}

/** Which steps are open, where students go by themselves; nothing while the class goes together. */
export function ScreenPacing({ facts, count }: Props) {
  const t = useTranslations('screen.pacing');
  const { mode } = facts.pacing;
  if (mode === 'teacher') return null;
  const { first, last } = openSteps(facts, count);
  return (
    <span className="ml-[1.5vw] text-screen-sm font-semibold text-accent">
      {t(mode, { first: first + 1, last: last + 1 })}
    </span>
  );
}
