'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';

/** The message for a refusal code, or a general one for a code that this version does not know. */
export function useRefusalText(): (code: string) => string {
  const t = useTranslations('errors');
  return useCallback(
    (code: string) => {
      const key = `refusal.${code}` as Parameters<typeof t.has>[0];
      return t.has(key) ? t(key) : t('unknown');
    },
    [t],
  );
}
