import type { TracedRun, TraceMoment } from '@/protocol/run-traces';
import type { Database, Provider } from './database';
import { newestPoint } from './points';

/** Moments of one run: what a replay of a class moves by. */
const MOMENTS = 16;
/** Letters of a batch's end in which its newest point lies: eight numbers of 24 letters at most. Of a large class all points would be a hundred megabytes. */
const END = 240;
/** As bytes in SQLite, where letters are counted from the beginning. */
const ENDS: Record<Provider, string> = {
  sqlite: `CAST(SUBSTR(CAST(b."points" AS blob), -${END}) AS text)`,
  postgresql: `RIGHT(b."points", ${END})`,
};
/** Whole numbers are divided as such by both. */
const tracesSql = (provider: Provider) => `
  SELECT b."runId", STRING_AGG(CAST(b."receivedAt" AS text) || ' ' || ${ENDS[provider]}, '|' ORDER BY b."sequence") AS "ends"
  FROM "Run" r JOIN "RunBatch" b ON b."runId" = r."id"
  WHERE r."classId" = $1 AND b."sequence" <= r."highWater" AND b."pointCount" > 0
    AND (b."sequence" = r."highWater" OR b."sequence" % ((r."highWater" + ${MOMENTS - 1}) / ${MOMENTS}) = 0)
  GROUP BY b."runId"`;

interface RunRow {
  id: string;
  studentId: string;
  state: string;
  createdAt: number | bigint;
  updatedAt: number | bigint;
}

/** Of a run: the time and the end of the points of each batch, in order. */
interface EndsRow {
  runId: string;
  ends: string;
}

/** Of each run of a class, oldest first, the newest point of some of its batches, and when it came: the last batch, and up to 16 others evenly. */
export async function listTraces(database: Database, classId: string): Promise<TracedRun[]> {
  const traces = await tracesOf(database, classId);
  const rows = await database.client.$queryRaw<RunRow[]>`
    SELECT "id", "studentId", "state", "createdAt", "updatedAt" FROM "Run" WHERE "classId" = ${classId}
    ORDER BY "createdAt", "id"`;
  return rows.map(({ id, studentId, state, createdAt, updatedAt }) => ({
    studentId,
    beganAt: Number(createdAt),
    endedAt: Number(updatedAt),
    diverged: state === 'diverged',
    ...(traces.get(id) ?? { epoch: 0, speed: 0, moments: [] }),
  }));
}

type Trace = Pick<TracedRun, 'epoch' | 'speed'> & { moments: TraceMoment[] };

async function tracesOf({ client, provider }: Database, classId: string): Promise<Map<string, Trace>> {
  // A row a run: tens of thousands of rows would each cost more than what stands in them.
  const rows = await client.$queryRawUnsafe<EndsRow[]>(tracesSql(provider), classId);
  const traces = new Map<string, Trace>();
  for (const { runId, ends } of rows) {
    const trace: Trace = { epoch: 0, speed: 0, moments: [] };
    for (const end of ends.split('|')) {
      const { step, epoch, loss, accuracy, validationAccuracy, examplesPerSecond } = newestPoint(end);
      Object.assign(trace, { epoch, speed: examplesPerSecond });
      const at = Number(end.slice(0, end.indexOf(' ')));
      trace.moments.push({ at, step, loss, accuracy: validationAccuracy ?? accuracy });
    }
    traces.set(runId, trace);
  }
  return traces;
}
