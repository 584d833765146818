import { ANSWER_MS, download } from '@/engine/download/download';
import { classPath, classStudentPath } from '@/protocol/class-paths';
import { groupStudentPath } from '@/protocol/groups';
import { REFUSAL_CODES, type RefusalCode } from '@/protocol/refusals';

/** Why something was not deleted: a refusal of the server's, or no answer at all. */
export type DeleteProblem = RefusalCode | 'offline';

/** Erases a class with everything in it. Null: done. Never throws. */
export function requestClassDeletion(classId: string): Promise<DeleteProblem | null> {
  return requestDeletion(classPath(classId));
}

/** Erases all data of one student of a class. Null: done. Never throws. */
export function requestStudentDeletion(classId: string, studentId: string): Promise<DeleteProblem | null> {
  return requestDeletion(classStudentPath(classId, studentId));
}

/** Erases all data of one student in all lessons of a group. Null: done. Never throws. */
export function requestMemberDeletion(groupId: string, studentId: string): Promise<DeleteProblem | null> {
  return requestDeletion(groupStudentPath(groupId, studentId));
}

async function requestDeletion(path: string): Promise<DeleteProblem | null> {
  try {
    const answer = await download(path, { method: 'DELETE' }, { stallMs: ANSWER_MS });
    if (answer.ok) return null;
    const body = (await answer.json().catch(() => null)) as { code?: unknown } | null;
    return REFUSAL_CODES.find((code) => code === body?.code) ?? 'internal';
  } catch {
    return 'offline';
  }
}
