import type { IncomingMessage } from 'node:http';
import { createClass } from '@/classroom/state';
import { findLesson } from '@/lessons/registry';
import { type ClassCreated, type ClassEntrance, createClassSchema } from '@/protocol/classes';
import { LIMITS } from '@/protocol/limits';
import { type Answer, refuse } from '@/protocol/refusals';
import { drawRoomCode } from '@/protocol/room-code';
import { addressOf } from '../auth/node-handler';
import { newId, unforeseeable } from '../live/credentials';
import type { EventParts } from '../live/event';
import { readJson } from './read-json';
import { ownedClass, teacherOf } from './teacher-of';

/** With fewer than a million classes open, the chance that so many draws all collide is below 1e-20. */
const MAX_DRAWS = 8;

/** `POST /api/classes`. */
export async function postClass(parts: EventParts, request: IncomingMessage): Promise<Answer<ClassCreated>> {
  const teacher = await teacherOf(parts, request);
  if (!teacher.ok) return teacher;
  const wanted = createClassSchema.safeParse(await readJson(request));
  if (!wanted.success) return refuse('bad-request');
  if (!findLesson(wanted.data.lessonId)) return refuse('unknown-lesson');
  const classes = await parts.store.listClasses(teacher.teacherId);
  if (classes.filter(({ phase, own }) => phase !== 'ended' && own).length >= LIMITS.openClassesPerTeacher)
    return refuse('too-many-classes');
  for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
    const made = {
      id: newId(),
      code: drawRoomCode(unforeseeable),
      teacherId: teacher.teacherId,
      lessonId: wanted.data.lessonId,
      maxStudents: LIMITS.studentsPerClass,
    };
    const outcome = await parts.store.createClass(createClass(made, parts.clock()));
    if (outcome === 'created') return { ok: true, id: made.id, code: made.code };
  }
  return refuse('internal');
}

/** `GET /api/classes/CODE`: open to all, but nobody may try codes without end. */
export async function getEntrance(
  parts: EventParts,
  request: IncomingMessage,
  code: string,
): Promise<Answer<ClassEntrance>> {
  const address = addressOf(request, parts.env.publicOrigin !== null);
  if (!parts.guesses.mayLookUp()) return refuse('rate-limited');
  const live = await parts.classes.byCode(code);
  if (!live) return parts.guesses.wrong(address, 'unknown-code');
  const state = live.state();
  if (state.phase === 'ended') return refuse('class-ended');
  return {
    ok: true,
    code: state.code,
    phase: state.phase,
    lessonId: state.lessonId,
    locked: state.locked,
    full: live.isFull(),
    ...(parts.storage.state !== 'ok' && { storage: parts.storage.state }),
  };
}

/** `DELETE /api/classes/ID`. */
export async function deleteClass(parts: EventParts, request: IncomingMessage, id: string): Promise<Answer> {
  const owned = await ownedClass(parts, request, (classes) => classes.byId(id));
  if (!owned.ok) return owned;
  await parts.classes.deleteClass(id);
  return { ok: true };
}

/** `DELETE /api/classes/ID/students/STUDENT`. */
export async function deleteStudent(
  parts: EventParts,
  request: IncomingMessage,
  id: string,
  studentId: string,
): Promise<Answer> {
  const owned = await ownedClass(parts, request, (classes) => classes.byId(id));
  if (!owned.ok) return owned;
  return (await owned.live.deleteStudent(studentId)) ? { ok: true } : refuse('unknown-student');
}
