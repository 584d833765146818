import { bytesToText } from '@/protocol/bytes-text';
import type { Fool, Fooled } from '@/protocol/fool';
import { POOL } from '@/protocol/pool-rules';

/** A picture with ink on it. @param ink tells it apart from others */
export const inkText = (ink: number) => bytesToText(new Uint8Array(POOL.pixels).fill(20 + (ink % 200)));

/** A game that was played to its end against this student's network, with one other network. */
export function aFool(id: string, studentId: string, runId: string, openedAt: number): Fool {
  return {
    ...{ id, dataset: 'digits', openedAt, leader: { studentId, runId }, others: [{ studentId, runId }] },
    ...{ stage: 'shown', closedAt: openedAt + 60 },
  };
}

/** A 4 that the leader reads as a 9 and the other network as a 4. */
export function aFooled(id: string, foolId: string, studentId: string, given: Partial<Fooled> = {}): Fooled {
  const said = new Array<number>(10).fill(0);
  said[4] = 1;
  return {
    ...{ id, foolId, studentId, label: 4, pixels: inkText(1), answer: 9, right: 1, asked: 1, said },
    ...{ triedAt: 1_700_000_000_000, removed: false },
    ...given,
  };
}
