import type { Prisma } from '@/generated/sqlite/client';
import { type ClassEvent, OBSERVED_EVENTS } from '@/protocol/class-event';
import { LIMITS } from '@/protocol/limits';
import type { Database } from './database';

type Transaction = Prisma.TransactionClient;

/** Rows of one statement: SQLite allows 32,766 values in one. */
const ROWS_AT_ONCE = 1_000;

/**
 * Adds events behind those that are there. A history that is full takes no more; what is merely observed may fill three quarters of it, so that what
 * a teacher does has room. The caller holds the class's row, or knows that nobody else adds.
 */
export async function putEvents(
  transaction: Transaction,
  classId: string,
  events: readonly ClassEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const { _max } = await transaction.classEvent.aggregate({ where: { classId }, _max: { position: true } });
  let position = _max.position ?? 0;
  const rows = events.flatMap(({ kind, at, version, studentId, ...told }) => {
    const most = OBSERVED_EVENTS.has(kind) ? LIMITS.eventsPerClass * 0.75 : LIMITS.eventsPerClass;
    if (position >= most) return [];
    position += 1;
    return [{ classId, position, at: BigInt(at), version, kind, studentId, told: JSON.stringify(told) }];
  });
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await transaction.classEvent.createMany({ data: rows.slice(at, at + ROWS_AT_ONCE) });
}

/** See `Store.addEvents`. Students who are not in the class any more leave nothing. */
export async function addEvents(
  { client }: Database,
  classId: string,
  events: readonly ClassEvent[],
): Promise<void> {
  await client.$transaction(async (transaction) => {
    if ((await transaction.class.count({ where: { id: classId } })) === 0) return;
    const ids = [...new Set(events.flatMap(({ studentId }) => studentId ?? []))];
    const known = await transaction.student.findMany({
      where: { classId, id: { in: ids } },
      select: { id: true },
    });
    const there = new Set(known.map(({ id }) => id));
    await putEvents(
      transaction,
      classId,
      events.filter(({ studentId }) => studentId === null || there.has(studentId)),
    );
  });
}

/** A class's history, in order. Its fields are trusted to be what was written: only this store writes them. */
export async function listEvents({ client }: Database, classId: string): Promise<ClassEvent[]> {
  const rows = await client.classEvent.findMany({ where: { classId }, orderBy: { position: 'asc' } });
  return rows.map(
    ({ kind, at, version, studentId, told }) =>
      ({ kind, at: Number(at), version, studentId, ...JSON.parse(told) }) as ClassEvent,
  );
}
