'use client';

import { useCallback, useMemo, useState } from 'react';

import type { HandInBench } from '@/lessons/facts';
import type { ChallengeScored } from '@/protocol/challenge';
import type { Answer, RefusalCode } from '@/protocol/refusals';
import type { BenchPlace } from './bench-place';
import { useFacts } from './use-facts';

/** Handing in the answers of a challenge: one at a time, and which parts are reached so far. */
export function useHandIn(place: BenchPlace) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const [latest, setLatest] = useState<ChallengeScored | null>(null);
  const { standing } = place;
  // The lesson's standing may come a moment after the answer.
  const reached = useMemo(
    () => new Set([...(standing?.reachedParts ?? []), ...(latest?.reachedParts ?? [])]),
    [standing, latest],
  );
  useFacts<HandInBench>(place, {
    handedIn: standing !== null || latest !== null,
    reached: reached.size,
  });
  const handIn = useCallback(
    async (answer: unknown): Promise<Answer<ChallengeScored> | null> => {
      setBusy(true);
      setRefusal(null);
      try {
        const result = await place.handIn(answer);
        if (result.ok) setLatest(result);
        else setRefusal(result.code);
        return result;
      } catch {
        setRefusal('internal');
        return null;
      } finally {
        setBusy(false);
      }
    },
    [place],
  );
  return { handIn, busy, refusal, latest, reached };
}
