import { findLesson, type TaughtLesson } from '@/lessons/registry';
import { isRoomCode } from '@/protocol/room-code';
import { readStore } from '@/server/store/page-store';

/** The lesson of the class with this code; null where there is no such class, or no such lesson in this version. */
export async function lessonOfClass(code: string): Promise<TaughtLesson | null> {
  if (!isRoomCode(code)) return null;
  const found = await (await readStore()).findClassByCode(code);
  return found && findLesson(found.lessonId);
}
