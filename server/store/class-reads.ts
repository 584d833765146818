import type { ClassState } from '@/classroom/state';
import { classState } from './class-rows';
import type { Database } from './database';
import { IMPORTING } from './import-rows';
import { readKept } from './kept-tables';
import { readMessages } from './message-rows';

const SNAPSHOT = { isolationLevel: 'Serializable' } as const;
const IN_ORDER = { orderBy: { position: 'asc' } } as const;

/** The open class with this code, or else the one with it that ended last; null: there is none. */
export async function findClassByCode(database: Database, code: string): Promise<ClassState | null> {
  const { client } = database;
  const found =
    (await client.class.findUnique({ where: { openCode: code }, select: { id: true } })) ??
    (await client.class.findFirst({
      where: { code, openCode: null },
      orderBy: { endedAt: 'desc' },
      select: { id: true },
    }));
  return found === null ? null : loadClass(database, found.id);
}

/** A class with all that belongs to its state; null: there is none, or it is just being imported. */
export async function loadClass({ client }: Database, id: string): Promise<ClassState | null> {
  const ofClass = { where: { classId: id }, ...IN_ORDER };
  // One snapshot: the row must not be of another version than the students.
  return client.$transaction(async (transaction) => {
    const row = await transaction.class.findFirst({ where: { id, phase: { not: IMPORTING } } });
    if (row === null) return null;
    return classState({
      row,
      owners: await transaction.classOwner.findMany(ofClass),
      students: await transaction.student.findMany(ofClass),
      scores: await transaction.score.findMany(ofClass),
      kept: await readKept(transaction, id),
      messages: await readMessages(transaction, id),
      assistants: await transaction.assistant.findMany(ofClass),
      bookmarks: await transaction.bookmark.findMany(ofClass),
      setUps: await transaction.setUp.findMany(ofClass),
      snapshots: await transaction.snapshot.findMany(ofClass),
    });
  }, SNAPSHOT);
}
