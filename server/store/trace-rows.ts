import type { Database } from './database';
import { newestPoint } from './points';
import type { StoredTrace } from './store';

/** Moments of one run: what a replay of a class moves by. */
const MOMENTS = 16;
/** Letters of a batch's end in which its newest point lies, whatever its numbers are: of a large class all points would be a hundred megabytes. */
const END = 400;

interface TraceRow {
  runId: string;
  receivedAt: number | bigint;
  points: string;
}

/** Of each run of a class the newest point of some of its batches, and when it came: the last batch, and up to 16 others evenly. */
export async function listTraces({ client }: Database, classId: string): Promise<StoredTrace[]> {
  const rows = await client.$queryRaw<TraceRow[]>`
    SELECT b."runId", b."receivedAt",
      SUBSTR(b."points", CASE WHEN LENGTH(b."points") > ${END} THEN LENGTH(b."points") - ${END - 1} ELSE 1 END) AS "points"
    FROM "Run" r JOIN "RunBatch" b ON b."runId" = r."id"
    WHERE r."classId" = ${classId} AND b."sequence" <= r."highWater" AND b."pointCount" > 0
      AND (b."sequence" = r."highWater"
        OR b."sequence" % ((r."highWater" + CAST(${MOMENTS - 1} AS integer)) / CAST(${MOMENTS} AS integer)) = 0)
    ORDER BY b."runId", b."sequence"`;
  const traces = new Map<string, StoredTrace>();
  for (const { runId, receivedAt, points } of rows) {
    const { step, epoch, loss, accuracy, validationAccuracy, examplesPerSecond } = newestPoint(points);
    const trace = traces.get(runId) ?? { runId, moments: [], epoch, examplesPerSecond };
    traces.set(runId, trace);
    Object.assign(trace, { epoch, examplesPerSecond });
    trace.moments.push({ at: Number(receivedAt), step, loss, accuracy: validationAccuracy ?? accuracy });
  }
  return [...traces.values()];
}
