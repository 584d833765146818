'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useStored } from '@/client/live/use-stored';
import { askChecker } from '@/engine/challenges/ask-checker';
import { challengeOf } from '@/lessons/benches';
import type { WrittenLesson } from '@/lessons/written';
import type { ChallengeScored } from '@/protocol/challenge';
import type { Answer, RefusalCode } from '@/protocol/refusals';
import { type BestParts, bestShape, scoredOf, withResult } from './standing';

const NOTHING: BestParts = {};

/** What would be hidden in a class is drawn from this here: another stream of the visitor's own seed. */
const HIDDEN = 0x5bd1e995;

/** Said here without the server's own words for it, which would bring its whole schema library along. */
const refused = (code: RefusalCode) => ({ ok: false, code }) as const;

interface AloneChallenge {
  handIn(answer: unknown): Promise<Answer<ChallengeScored>>;
  standing: ChallengeScored | null;
}

/**
 * The lesson's challenge, checked in this browser (in a worker) by the rules by which the server checks a class's; the standing is kept in
 * this browser.
 * @param seed the visitor's; null until it is known
 */
export function useAloneChallenge(lesson: WrittenLesson, seed: number | null): AloneChallenge {
  const [best, keepBest] = useStored(
    seed === null ? null : `standing:${seed}:${lesson.id}`,
    NOTHING,
    bestShape,
  );
  const newest = useRef(best);
  useEffect(() => {
    newest.current = best;
  }, [best]);
  const [standing, setStanding] = useState<ChallengeScored | null>(null);

  // After a reload the standing is told from what was kept; the challenge is asked for them only then.
  useEffect(() => {
    const [last] = Object.values(best).reverse();
    const id = challengeOf(lesson);
    if (seed === null || id === null || last === undefined) return;
    const leaving = new AbortController();
    askChecker({ challenge: id, seed }, { signal: leaving.signal })
      .then(({ parts }) => setStanding((held) => held ?? scoredOf(best, last, parts)))
      .catch(() => {});
    return () => leaving.abort();
  }, [best, lesson, seed]);

  const handIn = useCallback(
    async (answer: unknown): Promise<Answer<ChallengeScored>> => {
      const id = challengeOf(lesson);
      if (seed === null || id === null) return refused('not-allowed');
      try {
        const handedIn = { answer, hiddenSeed: (seed ^ HIDDEN) >>> 0 };
        const { parts, result } = await askChecker({ challenge: id, seed, handedIn });
        if (!result) return refused('bad-request');
        newest.current = withResult(newest.current, result);
        keepBest(newest.current);
        const scored = scoredOf(newest.current, result, parts);
        setStanding(scored);
        return { ok: true, ...scored };
      } catch {
        // The worker or the challenge's code did not come, or the check failed on this device.
        return refused('internal');
      }
    },
    [lesson, seed, keepBest],
  );
  return { handIn, standing };
}
