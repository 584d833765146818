'use client';

import { useCallback, useState } from 'react';
import type * as Glossary from '@/lessons/glossary/glossary';

/** The glossary once it is fetched; `failed` where it could not be. */
export type GlossaryState = typeof Glossary | 'loading' | 'failed' | null;

/** The glossary's code and words, fetched at the first tap. */
export function useGlossary(): { glossary: GlossaryState; fetchGlossary(): void } {
  const [glossary, setGlossary] = useState<GlossaryState>(null);
  const fetchGlossary = useCallback(() => {
    setGlossary((held) => (held === null || held === 'failed' ? 'loading' : held));
    import('@/lessons/glossary/glossary').then(setGlossary, () => setGlossary('failed'));
  }, []);
  return { glossary, fetchGlossary };
}
