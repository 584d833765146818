'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { FileRefusal } from './read-file';

/** Why a file was not taken, and what to do. */
export function useRefusedWords(): (refusal: FileRefusal) => string {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  return (refusal) => {
    if (refusal.why === 'unreadable') return t('own.unreadable');
    if (refusal.why === 'empty') return t('own.fault.empty');
    if (refusal.why !== 'too-large') return t(`own.kind.${refusal.why}`);
    return t('own.kind.too-large', {
      size: numbers.decimal(refusal.bytes / 1e6, 1),
      most: numbers.integer(refusal.most / 1e6),
    });
  };
}
