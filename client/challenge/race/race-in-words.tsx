'use client';

import type { RaceRules } from '@/protocol/race';
import { useRaceWords } from './use-race-words';

/** Rules in one line: what wins, then what is limited. */
export function RaceInWords({ race }: { race: RaceRules }) {
  const { about, limits } = useRaceWords()(race);
  return (
    <span>
      <span className="font-semibold">{about}</span>
      {limits.map((limit) => (
        <span key={limit}>
          <span> · </span>
          <span className="inline-block">{limit}</span>
        </span>
      ))}
    </span>
  );
}
