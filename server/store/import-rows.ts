import type { ClassState } from '@/classroom/state';
import type { StepRecord } from '@/classroom/step-records';
import type { CheckpointAbout } from '@/protocol/checkpoints';
import type { ClassEvent } from '@/protocol/class-event';
import type { Remark } from '@/protocol/remarks';
import type { Point, RunOrigin, RunSummary } from '@/protocol/run';
import { fieldsOf } from './class-change';
import { classRow } from './class-rows';
import { insertScores, putClass } from './class-writes';
import type { Database } from './database';
import { putEvents } from './event-rows';
import { packPoints } from './points';
import { remarkRow } from './remark-rows';
import { RUN_SQL } from './run-sql';
import { stepRow } from './step-rows';

/** Prisma's code for a broken unique constraint. */
const NOT_UNIQUE = 'P2002';
/** Rows of one statement: SQLite allows 32,766 values in one. */
const ROWS_AT_ONCE = 1_000;

/** The phase of a class that is being imported, in the database alone: whoever asks for it finds none. */
export const IMPORTING = 'importing';

/** A run with all of its points, as another server had it. */
export interface ImportedRun
  extends Pick<
    RunSummary,
    'id' | 'studentId' | 'experiment' | 'backend' | 'state' | 'createdAt' | 'updatedAt' | 'report'
  > {
  /** Null, as nothing: it began with the weights of its seed. */
  continues?: RunOrigin | null | undefined;
  /** Points with the moment at which they came. */
  batches: readonly { at: number; points: readonly Point[] }[];
  /** Float32, little endian. */
  weights: Uint8Array | null;
  /** Kept moments, with theirs. */
  checkpoints: readonly (CheckpointAbout & { savedAt: number; weights: Uint8Array })[];
}

/** What is added to an imported class at its end. */
export interface ImportedRest {
  events: readonly ClassEvent[];
  steps: readonly StepRecord[];
  remarks: readonly Remark[];
}

/** See `Store.beginImport`. */
export async function beginImport({ client }: Database, state: ClassState): Promise<'begun' | 'here'> {
  return client.$transaction(async (transaction) => {
    if ((await transaction.class.count({ where: { id: state.id } })) > 0) return 'here';
    const row = { ...classRow(fieldsOf(state)), phase: IMPORTING, code: '', openCode: null };
    await putClass(transaction, { ...state, scores: [] }, row);
    return 'begun';
  });
}

/** See `Store.importRuns`. */
export async function importRuns(
  { client, provider }: Database,
  classId: string,
  runs: readonly ImportedRun[],
): Promise<'kept' | 'taken'> {
  try {
    await client.$transaction(async (transaction) => {
      await transaction.run.createMany({ data: runs.map((run) => runRow(classId, run)) });
      await transaction.$executeRawUnsafe(RUN_SQL[provider].insertBatches, batchRows(runs));
      await transaction.weights.createMany({
        data: runs.flatMap(({ id, weights, updatedAt }) =>
          weights ? [{ runId: id, bytes: Uint8Array.from(weights), savedAt: BigInt(updatedAt) }] : [],
        ),
      });
      await transaction.checkpoint.createMany({ data: runs.flatMap(checkpointRows) });
    });
    return 'kept';
  } catch (error) {
    if ((error as { code?: unknown }).code !== NOT_UNIQUE) throw error;
    return 'taken';
  }
}

/** See `Store.finishImport`. */
export async function finishImport(
  { client }: Database,
  state: ClassState,
  { events, steps, remarks }: ImportedRest,
): Promise<'done' | 'code-taken'> {
  return client.$transaction(async (transaction) => {
    const { code, id, phase } = state;
    const taken =
      (await transaction.class.count({ where: { code } })) +
      (await transaction.group.count({ where: { code } }));
    if (taken > 0) return 'code-taken';
    await insertScores(transaction, id, state.scores);
    await putEvents(transaction, id, events);
    for (let at = 0; at < steps.length; at += ROWS_AT_ONCE)
      await transaction.stepRecord.createMany({
        data: steps.slice(at, at + ROWS_AT_ONCE).map((step) => stepRow(id, step)),
      });
    for (let at = 0; at < remarks.length; at += ROWS_AT_ONCE)
      await transaction.runRemark.createMany({ data: remarks.slice(at, at + ROWS_AT_ONCE).map(remarkRow) });
    await transaction.class.updateMany({ where: { id, phase: IMPORTING }, data: { code, phase } });
    return 'done';
  });
}

/** See `Store.dropImports`. */
export async function dropImports({ client }: Database, classId: string | null): Promise<void> {
  await client.class.deleteMany({ where: { phase: IMPORTING, ...(classId !== null && { id: classId }) } });
}

function checkpointRows({ checkpoints }: ImportedRun) {
  return checkpoints.map(({ savedAt, weights, findings, ...moment }) => ({
    ...moment,
    size: weights.byteLength,
    savedAt: BigInt(savedAt),
    findings: JSON.stringify(findings),
    weights: Uint8Array.from(weights),
  }));
}

function runRow(
  classId: string,
  {
    batches,
    weights: _weights,
    checkpoints: _checkpoints,
    experiment,
    report,
    continues,
    ...run
  }: ImportedRun,
) {
  const last = batches.at(-1)?.points.at(-1);
  return {
    ...run,
    classId,
    experiment: JSON.stringify(experiment),
    report: report && JSON.stringify(report),
    continues: continues ? JSON.stringify(continues) : null,
    epoch: 1,
    highWater: batches.length,
    pointCount: batches.reduce((sum, { points }) => sum + points.length, 0),
    lastPoint: last ? JSON.stringify(last) : null,
    createdAt: BigInt(run.createdAt),
    startedAt: BigInt(run.createdAt),
    updatedAt: BigInt(run.updatedAt),
  };
}

function batchRows(runs: readonly ImportedRun[]): string {
  return JSON.stringify(
    runs.flatMap(({ id, state, batches }) =>
      batches.map(({ at, points }, index) => [
        id,
        index + 1,
        packPoints(points),
        points.length,
        index === batches.length - 1 ? state : 'training',
        at,
      ]),
    ),
  );
}
