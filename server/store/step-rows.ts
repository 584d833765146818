import type { StepRecord } from '@/classroom/step-records';
import type { StepRecordModel } from '@/generated/sqlite/models';
import type { Database } from './database';

/** See `Store.saveStepRecords`. Students who have been deleted meanwhile have none. */
export async function saveStepRecords(
  { client }: Database,
  classId: string,
  records: readonly StepRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await client.$transaction(async (transaction) => {
    const known = await transaction.student.findMany({ where: { classId }, select: { id: true } });
    const ids = new Set(known.map(({ id }) => id));
    const kept = records.filter(({ studentId }) => ids.has(studentId));
    if (kept.length === 0) return;
    await transaction.stepRecord.deleteMany({
      where: { classId, OR: kept.map(({ studentId, stepId }) => ({ studentId, stepId })) },
    });
    await transaction.stepRecord.createMany({ data: kept.map((record) => stepRow(classId, record)) });
  });
}

/** See `Store.listStepRecords`. */
export async function listStepRecords({ client }: Database, classId: string): Promise<StepRecord[]> {
  const rows = await client.stepRecord.findMany({
    where: { classId },
    orderBy: [{ firstAt: 'asc' }, { studentId: 'asc' }, { stepId: 'asc' }],
  });
  return rows.map(recordOf);
}

/** A record as it is written. */
export function stepRow(classId: string, { answers, ...record }: StepRecord) {
  return {
    ...record,
    classId,
    firstAt: BigInt(record.firstAt),
    lastAt: BigInt(record.lastAt),
    time: Math.round(record.time),
    items: JSON.stringify(record.items),
    doneAt: record.doneAt === null ? null : BigInt(record.doneAt),
    firstAnswer: answers?.first ?? null,
    lastAnswer: answers?.last ?? null,
    findings: JSON.stringify(record.findings),
  };
}

/** Strings are trusted to be what was written: only this store writes them. */
function recordOf(row: StepRecordModel): StepRecord {
  const { studentId, stepId, time, hints, firstAnswer: first, lastAnswer: last } = row;
  return {
    ...{ studentId, stepId, time, hints },
    firstAt: Number(row.firstAt),
    lastAt: Number(row.lastAt),
    items: JSON.parse(row.items),
    doneAt: row.doneAt === null ? null : Number(row.doneAt),
    answers: first === null || last === null ? null : { first, last },
    findings: JSON.parse(row.findings),
  };
}
