'use client';

import { useCallback, useEffect, useState } from 'react';
import { storageTroubleOf } from '@/protocol/storage';
import { type EntranceAnswer, lookUpClass } from './class-entrance';

/** How often a door that may open by itself is looked at again. */
const LOOK_AGAIN_MS = 4_000;

function mayChange(answer: EntranceAnswer): boolean {
  if (answer.kind === 'open')
    return answer.entrance.locked || answer.entrance.full || answer.entrance.storage !== undefined;
  if (storageTroubleOf(answer.code) !== null) return true;
  return (
    answer.code === 'offline' ||
    answer.code === 'room-closed' ||
    answer.code === 'server-stopping' ||
    answer.code === 'rate-limited'
  );
}

/** The class behind a code: null while looking. Looks again by itself where waiting may help. */
export function useClassEntrance(code: string): { answer: EntranceAnswer | null; lookAgain(): void } {
  const [answer, setAnswer] = useState<EntranceAnswer | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a reason to look again.
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    void lookUpClass(code, abort.signal).then((next) => {
      if (abort.signal.aborted) return;
      setAnswer(next);
      if (mayChange(next)) timer = setTimeout(() => setRound((before) => before + 1), LOOK_AGAIN_MS);
    });
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [code, round]);
  const lookAgain = useCallback(() => setRound((before) => before + 1), []);
  return { answer, lookAgain };
}
