'use client';

import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { createNumbers, type Numbers } from './numbers';

/** Number writers in the active language, for client components. */
export function useNumbers(): Numbers {
  const format = useFormatter();
  const text = useTranslations('common');
  return useMemo(() => createNumbers(format, (key, values) => text(key, values)), [format, text]);
}
