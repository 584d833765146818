'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { PlaygroundBegun } from '@/engine/playground/messages';
import type { OwnPoints } from '@/engine/points/own-points';

/** What the classes are called: by their owner, else by colour and shape for two, else by number. */
export function useClassNames(
  begun: PlaygroundBegun | null,
  own: OwnPoints | null,
  isOwn: boolean,
): readonly string[] {
  const t = useTranslations('playground');
  const classes = begun?.points.train.classes ?? 0;
  return useMemo(() => {
    if (isOwn && own && own.classNames.length === classes) return own.classNames;
    return Array.from({ length: classes }, (_, label) => t('className', { label }));
  }, [isOwn, own, classes, t]);
}
