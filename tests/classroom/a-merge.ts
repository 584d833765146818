import { bytesToText } from '@/protocol/bytes-text';
import { type Merge, type MergeFound, UNIT_PIXELS, UNITS_SHOWN } from '@/protocol/merge';

const seats = Array.from({ length: UNITS_SHOWN }, (_, i) => 5 * i);
const pictures = bytesToText(
  Uint8Array.from({ length: UNITS_SHOWN * UNIT_PIXELS }, (_, i) => Math.floor(i / UNIT_PIXELS)),
);

/** What averaging three networks could have come to; this student's is the second, with its units in the opposite order. */
export function mergeFoundOf(studentId: string, submissionId: string): MergeFound {
  const order = Array.from({ length: 64 }, (_, seat) => 63 - seat);
  return {
    ...{ pictures: 2_000, networks: 3, leftOut: { shape: 1, start: 0, lost: 0 } },
    ...{ best: 0.85, median: 0.8, worst: 0.75, plain: 0.3, aligned: 0.84 },
    moved: { units: 64, of: 128 },
    members: { [studentId]: { submissionId, order } },
    seats,
    shown: [{ studentId, units: seats.map((seat) => order[seat]!), pictures }],
    average: { plain: pictures, aligned: pictures },
  };
}

/** An average to which the class was led to its end. */
export function aMerge(id: string, studentId: string, submissionId: string, openedAt: number): Merge {
  return {
    ...{ id, start: 'own', dataset: 'digits', startSeed: null, openedAt },
    dealt: { [studentId]: 7 },
    ...{ stage: 'aligned', averagedAt: openedAt + 30, closedAt: openedAt + 60 },
    found: mergeFoundOf(studentId, submissionId),
  };
}
