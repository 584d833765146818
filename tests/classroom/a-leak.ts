import { bytesToText } from '@/protocol/bytes-text';
import type { Leak, SummedGradients } from '@/protocol/leak';

/** A picture as it crosses the wire, all of one grey. */
export const aGrey = (grey: number) => bytesToText(new Uint8Array(784).fill(grey));

export const aSummed = (at: number, given: Partial<SummedGradients> = {}): SummedGradients => ({
  ...{ took: 3, of: 4, pixels: aGrey(90), digest: 'd'.repeat(64), at },
  ...given,
});

/** One in which this student has sent a gradient that may be shown, and taken part in a sum. */
export function aLeak(id: string, studentId: string, openedAt: number): Leak {
  return {
    ...{ id, dataset: 'digits', openedAt, seed: 7, stage: 'masked' },
    sent: { [studentId]: 2 },
    told: { [studentId]: { pixels: aGrey(200), label: 4, shown: true } },
    sum: {
      ...{ attempt: 2, phase: 'summed', phaseAt: openedAt + 20, keys: {}, sent: 3, missing: [] },
      ...{ revealed: 3, noise: { [studentId]: aGrey(13) }, trouble: null },
    },
    sums: [aSummed(openedAt + 20)],
    closedAt: openedAt + 60,
  };
}
