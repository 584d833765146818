import type { PoolDrawing } from '@/classroom/pool';
import type { Database } from './database';

/** A class's pool as it is kept. */
export interface StoredPool {
  labels: string[] | null;
  /** In order of arrival. */
  drawings: PoolDrawing[];
}

/** Rows of one statement: SQLite allows 32,766 values in one. */
const ROWS_AT_ONCE = 500;

export async function readPool({ client }: Database, classId: string): Promise<StoredPool> {
  const labels = await client.poolLabels.findUnique({ where: { classId } });
  const rows = await client.poolDrawing.findMany({ where: { classId }, orderBy: { position: 'asc' } });
  return {
    labels: labels === null ? null : (JSON.parse(labels.labels) as string[] | null),
    drawings: rows.map(({ id, studentId, label, ordinal, heldBack, pixels, filedAt }) => ({
      id,
      studentId,
      label,
      ordinal,
      heldBack,
      pixels: Uint8Array.from(pixels),
      filedAt: Number(filedAt),
    })),
  };
}

/** The pixels of a student's drawings, in order of arrival. */
export async function listDrawings(
  { client }: Database,
  classId: string,
  studentId: string,
): Promise<Uint8Array[]> {
  const rows = await client.poolDrawing.findMany({
    where: { classId, studentId },
    orderBy: { position: 'asc' },
    select: { pixels: true },
  });
  return rows.map(({ pixels }) => Uint8Array.from(pixels));
}

/** Adds drawings behind those that are there, all or none. */
export async function addDrawings(
  { client }: Database,
  classId: string,
  drawings: readonly PoolDrawing[],
): Promise<void> {
  await client.$transaction(async (transaction) => {
    const { _max } = await transaction.poolDrawing.aggregate({
      where: { classId },
      _max: { position: true },
    });
    const first = (_max.position ?? 0) + 1;
    for (let at = 0; at < drawings.length; at += ROWS_AT_ONCE) {
      await transaction.poolDrawing.createMany({
        data: drawings.slice(at, at + ROWS_AT_ONCE).map(({ filedAt, pixels, ...rest }, index) => ({
          ...rest,
          classId,
          position: first + at + index,
          pixels: Uint8Array.from(pixels),
          filedAt: BigInt(filedAt),
        })),
      });
    }
  });
}

/** Removes drawings: these, or all of the class. */
export async function removeDrawings(
  { client }: Database,
  classId: string,
  ids: readonly string[] | null,
): Promise<void> {
  await client.poolDrawing.deleteMany({
    where: ids === null ? { classId } : { classId, id: { in: [...ids] } },
  });
}

export async function savePoolLabels(
  { client }: Database,
  classId: string,
  labels: readonly string[] | null,
): Promise<void> {
  const data = { labels: JSON.stringify(labels) };
  await client.poolLabels.upsert({ where: { classId }, create: { classId, ...data }, update: data });
}
