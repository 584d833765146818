import { createClass } from '@/classroom/state';
import { choiceOfSteps } from '@/lessons/chosen-steps';
import { findLesson } from '@/lessons/registry';
import { type ClassCreated, type ClassEntrance, createClassSchema } from '@/protocol/classes';
import { LIMITS } from '@/protocol/limits';
import { type Answer, refuse } from '@/protocol/refusals';
import { drawRoomCode } from '@/protocol/room-code';
import { idSchema } from '@/protocol/run';
import { newId, unforeseeable } from '@/server/live/credentials';
import { byCode, byId, openRoute, ownerRoute, teacherRoute } from './route';

/** With fewer than a million classes open, the chance that so many draws all collide is below 1e-20. */
export const MAX_DRAWS = 8;

export const createClassRoute = teacherRoute({
  method: 'POST',
  path: '/api/classes',
  body: createClassSchema,
  handle: async ({ parts, teacherId, body }): Promise<Answer<ClassCreated>> => {
    const lesson = findLesson(body.lessonId);
    if (!lesson) return refuse('unknown-lesson');
    if (body.dataset && lesson.experiment === null) return refuse('bad-request');
    if (body.dryRun && body.group !== undefined) return refuse('bad-request');
    const steps = body.steps ? choiceOfSteps(lesson.steps, body.steps) : null;
    if (steps === undefined) return refuse('steps-invalid');
    const made = {
      id: newId(),
      lessonId: lesson.id,
      dataset: body.dataset === lesson.experiment?.dataset ? null : (body.dataset ?? null),
      steps,
      quiz: body.quiz ?? false,
      reproduce: body.reproduce ?? false,
      maxStudents: LIMITS.studentsPerClass,
    };
    if (body.group !== undefined)
      return parts.groups.startSitting(body.group, teacherId, made, { endOpen: body.endOpen ?? false });
    const classes = await parts.store.listClasses(teacherId);
    const open = classes.filter(({ phase, own, group }) => phase !== 'ended' && own && group === null);
    if (open.length >= LIMITS.openClassesPerTeacher) return refuse('too-many-classes');
    for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
      const code = drawRoomCode(unforeseeable);
      const outcome = await parts.store.createClass(
        createClass({ ...made, dryRun: body.dryRun ?? false, code, teacherId }, parts.clock()),
      );
      if (outcome === 'created') return { ok: true, id: made.id, code };
    }
    return refuse('internal');
  },
});

/** Open to all, but nobody may try codes without end. */
export const entranceRoute = openRoute({
  method: 'GET',
  path: '/api/classes/:code',
  params: byCode,
  mayAsk: (parts) => parts.guesses.mayLookUp(),
  handle: async ({ parts, request }, { code }): Promise<Answer<ClassEntrance>> => {
    const live = await parts.classes.byCode(code);
    if (!live && (await parts.groups.hasRoom(code))) return refuse('room-closed');
    if (!live) return parts.guesses.wrong(parts.env.trustedProxies.addressOf(request), 'unknown-code');
    const state = live.state();
    if (state.phase === 'ended') return refuse(state.groupId === null ? 'class-ended' : 'room-closed');
    return {
      ok: true,
      code: state.code,
      phase: state.phase,
      lessonId: state.lessonId,
      locked: state.locked,
      full: live.isFull(),
      ...(state.dataset !== null && { dataset: state.dataset }),
      ...(parts.storage.state !== 'ok' && { storage: parts.storage.state }),
    };
  },
});

export const deleteClassRoute = ownerRoute({
  method: 'DELETE',
  path: '/api/classes/:id',
  params: byId,
  handle: async ({ parts }, { id }) => {
    await parts.classes.deleteClass(id);
    return { ok: true };
  },
});

export const deleteStudentRoute = ownerRoute({
  method: 'DELETE',
  path: '/api/classes/:id/students/:student',
  params: byId.extend({ student: idSchema }),
  handle: async ({ live }, { student }) =>
    (await live.deleteStudent(student)) ? { ok: true } : refuse('unknown-student'),
});
