'use client';

import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { sayToStay } from '@/client/ui/staying-toast';
import type { DeleteProblem } from './delete-request';

/** Carries out a deletion and says why if it failed; true if it was done. */
export function useDeletion(): (request: Promise<DeleteProblem | null>) => Promise<boolean> {
  const t = useTranslations('review.delete');
  const errors = useTranslations('errors');
  const refusalText = useRefusalText();
  return async (request) => {
    const problem = await request;
    if (problem === null) return true;
    sayToStay('error', t('failed'), {
      description: problem === 'offline' ? errors('offline') : refusalText(problem),
    });
    return false;
  };
}
