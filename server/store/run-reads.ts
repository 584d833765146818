import { group } from 'd3-array';
import type { Point, RunSummary } from '@/protocol/run';
import type { Stretch } from '@/protocol/run-curves';
import type { Database } from './database';
import { thinForReview, unpackPoints } from './points';
import { type RunRow, summaryOf } from './run-rows';

/** One of several runs that are read at once. */
export interface ReadRun {
  classId: string;
  run: RunSummary;
  points: Point[];
  /** Points that there are, in the stretch where one was asked for. */
  of: number;
  /** The step of the newest weights that are kept of it; null: none are. */
  weightsAt: number | null;
}

/** Runs whose points are in memory at once. */
const AT_ONCE = 25;

/** Runs with at most `most` of their points each, in the order of their ids; those that there are no more are left out. */
export async function readRuns(
  database: Database,
  ids: readonly string[],
  most: number,
  stretch: Stretch | null,
): Promise<ReadRun[]> {
  const read = new Map<string, ReadRun>();
  for (let from = 0; from < ids.length; from += AT_ONCE)
    for (const one of await readSome(database, ids.slice(from, from + AT_ONCE), most, stretch))
      read.set(one.run.id, one);
  return ids.flatMap((id) => read.get(id) ?? []);
}

async function readSome(
  { client }: Database,
  ids: readonly string[],
  most: number,
  stretch: Stretch | null,
): Promise<ReadRun[]> {
  const rows = await client.run.findMany({
    where: { id: { in: [...ids] } },
    include: {
      scores: { select: { publicAccuracy: true, shownAccuracy: true } },
      checkpoints: { select: { step: true }, orderBy: { step: 'desc' }, take: 1 },
    },
  });
  const batches = await client.runBatch.findMany({
    where: { runId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ runId: 'asc' }, { sequence: 'asc' }],
    select: { runId: true, sequence: true, points: true },
  });
  const packed = group(batches, ({ runId }) => runId);
  return rows.map(({ scores, checkpoints, ...row }) => {
    const best = scores.map(({ publicAccuracy, shownAccuracy }) => shownAccuracy ?? publicAccuracy);
    const run = summaryOf({ ...row, verifiedAccuracy: best.length === 0 ? null : Math.max(...best) });
    const all = (packed.get(row.id) ?? [])
      // Not those that came in since the row was read.
      .filter(({ sequence }) => sequence <= run.highWater)
      .flatMap(({ points }) => unpackPoints(points));
    const asked = stretch ? all.filter(({ step }) => step >= stretch.from && step <= stretch.to) : all;
    return {
      ...{ classId: row.classId, run, points: thinForReview(asked, most), of: asked.length },
      weightsAt: checkpoints[0]?.step ?? null,
    };
  });
}

/** Runs of a class, oldest first, with their best verified accuracy. @param studentId null: everybody's */
export async function listRuns(
  { client }: Database,
  classId: string,
  studentId: string | null,
): Promise<RunSummary[]> {
  const rows = await client.$queryRaw<RunRow[]>`
    SELECT r.*, v."best" AS "verifiedAccuracy"
    FROM "Run" r LEFT JOIN
      (SELECT "runId", MAX(COALESCE("shownAccuracy", "publicAccuracy")) AS "best" FROM "Score" WHERE "classId" = ${classId} GROUP BY "runId") v
      ON v."runId" = r."id"
    WHERE r."classId" = ${classId} AND r."studentId" = COALESCE(CAST(${studentId} AS text), r."studentId")
    ORDER BY r."createdAt", r."id"`;
  return rows.map(summaryOf);
}

/** A run with at most `most` of its points; null: there is none. */
export async function readRun({ client }: Database, runId: string, most: number) {
  const [row] = await client.$queryRaw<RunRow[]>`
    SELECT r.*, (SELECT MAX(COALESCE("shownAccuracy", "publicAccuracy")) FROM "Score" WHERE "runId" = r."id") AS "verifiedAccuracy"
    FROM "Run" r WHERE r."id" = ${runId}`;
  if (row === undefined) return null;
  const run = summaryOf(row);
  const batches = await client.runBatch.findMany({
    // Not those that came in since the row was read.
    where: { runId, sequence: { lte: run.highWater } },
    orderBy: { sequence: 'asc' },
    select: { points: true },
  });
  const points = batches.flatMap((batch) => unpackPoints(batch.points));
  return { classId: row.classId, run, points: thinForReview(points, most) };
}

/** The batches in which a run's points came, those with points, and when. */
export async function readBatches({ client }: Database, runId: string) {
  const { highWater } = (await client.run.findUnique({ where: { id: runId } })) ?? { highWater: 0 };
  const batches = await client.runBatch.findMany({
    where: { runId, sequence: { lte: highWater }, pointCount: { gt: 0 } },
    orderBy: { sequence: 'asc' },
    select: { points: true, receivedAt: true },
  });
  return batches.map(({ points, receivedAt }) => ({ at: Number(receivedAt), points: unpackPoints(points) }));
}
