'use client';

import { Flag } from 'lucide-react';
import { classNames } from '@/client/ui/class-names';
import type { Board } from '@/protocol/views';
import { RaceInWords } from './race-in-words';

interface Props {
  board: Pick<Board, 'race'>;
  className?: string;
}

/** What a race is about and what it limits, above its board; nothing where nobody has set one up. */
export function RaceHead({ board: { race }, className }: Props) {
  if (race === undefined) return null;
  return (
    <p
      data-testid="race-head"
      data-metric={race.metric}
      className={classNames('flex gap-[0.5em]', className)}
    >
      <Flag aria-hidden="true" className="mt-[0.2em] size-[1em] shrink-0 text-accent" />
      <RaceInWords race={race} />
    </p>
  );
}
