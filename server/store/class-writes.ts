import type { KeptState } from '@/classroom/kept';
import type { ClassState, Student, VerifiedScore } from '@/classroom/state';
import type { Prisma } from '@/generated/sqlite/client';
import { putAssistants } from './assistant-rows';
import { putBookmarks } from './bookmark-rows';
import { type ClassChange, fieldsOf } from './class-change';
import { classRow, scoreRow, studentRow } from './class-rows';
import type { Database } from './database';
import { putEvents } from './event-rows';
import { stillHolds } from './fence';
import { type KeptChange, putKept } from './kept-tables';
import { putMessages } from './message-rows';
import { putSetUps } from './set-up-rows';
import { putSnapshots, snapshotsChanged } from './snapshot-rows';

type Transaction = Prisma.TransactionClient;

/** Prisma's code for a broken unique constraint. */
const NOT_UNIQUE = 'P2002';

/** See `Store.createClass`. */
export async function insertClass(
  { client }: Database,
  state: ClassState,
): Promise<'created' | 'code-taken'> {
  try {
    return await client.$transaction(async (transaction) => {
      const group = await transaction.group.findUnique({ where: { code: state.code }, select: { id: true } });
      if (group !== null && group.id !== state.groupId) return 'code-taken';
      await putClass(transaction, state, classRow(fieldsOf(state)));
      return 'created';
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== NOT_UNIQUE) throw error;
    const taken = await client.class.count({ where: { openCode: state.code, id: { not: state.id } } });
    if (taken === 0) throw error;
    return 'code-taken';
  }
}

/** Writes a class with everything in its state. @param row the class's own columns */
export async function putClass(
  transaction: Transaction,
  state: ClassState,
  row: Omit<ReturnType<typeof classRow>, 'phase'> & { phase: string },
): Promise<void> {
  await transaction.class.create({ data: row });
  await putOwners(transaction, state.id, state.coOwners);
  await putAssistants(transaction, state.id, state.assistants);
  await putBookmarks(transaction, state.id, state.bookmarks);
  await putSetUps(transaction, state.id, state.setUps);
  await insertStudents(transaction, state.id, Object.values(state.students));
  await putSnapshots(
    transaction,
    state.id,
    snapshotsChanged([], state.snapshots, (id) => state.students[id] !== undefined),
  );
  await insertScores(transaction, state.id, state.scores);
  await putKept(transaction, state.id, everythingOf(state));
  await putMessages(transaction, state.id, { added: state.messages, dismissed: [] });
}

/** See `Store.saveClass`. The version is compared and raised by one statement, which also locks the class. */
export async function applyClassChange(
  { client }: Database,
  change: ClassChange,
): Promise<'saved' | 'conflict' | 'fenced'> {
  return client.$transaction(async (transaction) => {
    if (change.fence && !(await stillHolds(transaction, change.fence))) return 'fenced';
    // Which group's it is was said when it was made: since then the group may have been removed.
    const { id: _id, groupId: _groupId, ...data } = classRow(change.fields);
    const { count } = await transaction.class.updateMany({
      where: { id: change.id, version: change.expectedVersion },
      data,
    });
    if (count === 0) return 'conflict';
    if (change.coOwners !== null) await putOwners(transaction, change.id, change.coOwners);
    if (change.assistants !== null) await putAssistants(transaction, change.id, change.assistants);
    if (change.bookmarks !== null) await putBookmarks(transaction, change.id, change.bookmarks);
    if (change.setUps !== null) await putSetUps(transaction, change.id, change.setUps);
    if (change.removedStudents.length > 0) {
      await transaction.student.deleteMany({
        where: { classId: change.id, id: { in: change.removedStudents } },
      });
    }
    for (const student of change.changedStudents) {
      await transaction.student.updateMany({
        where: { classId: change.id, id: student.id },
        data: studentRow(change.id, student),
      });
    }
    await insertStudents(transaction, change.id, change.newStudents);
    await putSnapshots(transaction, change.id, change.snapshots);
    await insertScores(transaction, change.id, change.newScores);
    await putKept(transaction, change.id, change.kept);
    await putMessages(transaction, change.id, change.messages);
    await putEvents(transaction, change.id, change.events);
    return 'saved';
  });
}

/** The whole list: it is short, and seldom changed. */
async function putOwners(
  transaction: Transaction,
  classId: string,
  teacherIds: readonly string[],
): Promise<void> {
  await transaction.classOwner.deleteMany({ where: { classId } });
  if (teacherIds.length === 0) return;
  await transaction.classOwner.createMany({
    data: teacherIds.map((teacherId, position) => ({ classId, teacherId, position })),
  });
}

async function insertStudents(
  transaction: Transaction,
  classId: string,
  students: readonly Student[],
): Promise<void> {
  if (students.length === 0) return;
  const { _max } = await transaction.student.aggregate({ where: { classId }, _max: { position: true } });
  const first = (_max.position ?? 0) + 1;
  await transaction.student.createMany({
    data: students.map((student, index) => ({ ...studentRow(classId, student), position: first + index })),
  });
}

/** Behind those that are there. */
export async function insertScores(
  transaction: Transaction,
  classId: string,
  scores: readonly VerifiedScore[],
): Promise<void> {
  if (scores.length === 0) return;
  const { _max } = await transaction.score.aggregate({ where: { classId }, _max: { position: true } });
  const first = (_max.position ?? 0) + 1;
  await transaction.score.createMany({
    data: scores.map((score, index) => ({ ...scoreRow(classId, score), position: first + index })),
  });
}

const everythingOf = ({
  fooled,
  results,
  predictions,
  measurements,
  helps,
  answers,
}: KeptState): KeptChange => ({
  results: Object.values(results),
  predictions: Object.values(predictions),
  measurements: Object.values(measurements),
  helps: Object.values(helps),
  answers: Object.values(answers),
  fooled: Object.values(fooled),
});
