import { group } from 'd3-array';
import type { Point, RunSummary } from '@/protocol/run';
import type { Stretch } from '@/protocol/run-curves';
import type { Database } from './database';
import { thinForReview, unpackPoints } from './points';
import { summaryOf } from './run-rows';

/** One of several runs that are read at once. */
export interface ReadRun {
  classId: string;
  run: RunSummary;
  points: Point[];
  /** Points that there are, in the stretch where one was asked for. */
  of: number;
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
    include: { scores: { select: { publicAccuracy: true } } },
  });
  const batches = await client.runBatch.findMany({
    where: { runId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ runId: 'asc' }, { sequence: 'asc' }],
    select: { runId: true, sequence: true, points: true },
  });
  const packed = group(batches, ({ runId }) => runId);
  return rows.map(({ scores, ...row }) => {
    const best = scores.map(({ publicAccuracy }) => publicAccuracy);
    const run = summaryOf({ ...row, verifiedAccuracy: best.length === 0 ? null : Math.max(...best) });
    const all = (packed.get(row.id) ?? [])
      // Not those that came in since the row was read.
      .filter(({ sequence }) => sequence <= run.highWater)
      .flatMap(({ points }) => unpackPoints(points));
    const asked = stretch ? all.filter(({ step }) => step >= stretch.from && step <= stretch.to) : all;
    return { classId: row.classId, run, points: thinForReview(asked, most), of: asked.length };
  });
}
