import type { RunState } from '@/protocol/run-state';
import type { StoredBatch } from './append-request';

type JournalBatch = [
  runId: string,
  sequence: number,
  points: string,
  pointCount: number,
  state: RunState,
  report: string | null,
  receivedAt: number,
];

/** The batches of a commit as a row of `RunJournal` has them: JSON rows without field names. The order of the values never changes. */
export function packBatches(batches: readonly StoredBatch[]): string {
  return JSON.stringify(
    batches.map(
      ({ runId, sequence, points, pointCount, state, report, receivedAt }): JournalBatch => [
        runId,
        sequence,
        points,
        pointCount,
        state,
        report,
        receivedAt,
      ],
    ),
  );
}

export function unpackBatches(packed: string): StoredBatch[] {
  return (JSON.parse(packed) as JournalBatch[]).map(
    ([runId, sequence, points, pointCount, state, report, receivedAt]) => ({
      runId,
      sequence,
      points,
      pointCount,
      state,
      report,
      receivedAt,
    }),
  );
}
