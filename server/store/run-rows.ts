import type { RunExperiment } from '@/protocol/experiment';
import type { Backend } from '@/protocol/experiment-choices';
import type { Point, RunOrigin, RunReport, RunSummary } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';

/** A run's row as raw SQL gives it: whole numbers come as number or bigint, by provider and column. */
export interface RunRow {
  id: string;
  classId: string;
  studentId: string;
  experiment: string;
  backend: string;
  state: string;
  epoch: number | bigint;
  highWater: number | bigint;
  pointCount: number | bigint;
  lastPoint: string | null;
  report: string | null;
  continues: string | null;
  createdAt: number | bigint;
  updatedAt: number | bigint;
  verifiedAccuracy: number | null;
}

const parse = <Value>(text: string | null) => (text === null ? null : (JSON.parse(text) as Value));

/** Trusts the row: only this store writes it, from values that were checked at the door. */
export function summaryOf(row: RunRow): RunSummary {
  return {
    id: row.id,
    studentId: row.studentId,
    experiment: JSON.parse(row.experiment) as RunExperiment,
    backend: row.backend as Backend,
    state: row.state as RunState,
    createdAt: Number(row.createdAt),
    updatedAt: Number(row.updatedAt),
    highWater: Number(row.highWater),
    pointCount: Number(row.pointCount),
    last: parse<Point>(row.lastPoint),
    report: parse<RunReport>(row.report),
    verifiedAccuracy: row.verifiedAccuracy,
    ...(row.continues !== null && { continues: JSON.parse(row.continues) as RunOrigin }),
  };
}
