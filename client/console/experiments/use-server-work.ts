'use client';

import { useState } from 'react';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { Answer } from '@/protocol/refusals';

interface ServerWork {
  /** It is at it. */
  busy: boolean;
  /** Why it did not do it the last time. */
  problem: string | null;
  begin(): void;
}

/**
 * Something longer that the server does when it is asked: that it is at it, and why it refused.
 * @param failed says so, with the reason in words
 */
export function useServerWork(work: () => Promise<Answer>, failed: (reason: string) => string): ServerWork {
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const begin = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await work();
    setBusy(false);
    if (!answer.ok) setProblem(failed(refusalText(answer.code)));
  };
  return { busy, problem, begin: () => void begin() };
}
