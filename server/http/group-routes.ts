import { z } from 'zod';
import { changeGroup, createGroup } from '@/classroom/groups';
import { ownersOf } from '@/classroom/owners';
import { emailSchema } from '@/protocol/auth';
import { changeGroupSchema, type GroupMade, makeGroupSchema } from '@/protocol/groups';
import { LIMITS } from '@/protocol/limits';
import { type ClassOwners, ownerToAddSchema } from '@/protocol/owners';
import { type Answer, refuse } from '@/protocol/refusals';
import { drawRoomCode } from '@/protocol/room-code';
import { idSchema } from '@/protocol/run';
import { newId, unforeseeable } from '@/server/live/credentials';
import { MAX_DRAWS } from './class-routes';
import { told } from './owner-routes';
import { byId, groupRoute, teacherRoute } from './route';

const PATH = '/api/groups/:id';
const OWNERS_PATH = `${PATH}/owners`;

export const makeGroupRoute = teacherRoute({
  method: 'POST',
  path: '/api/groups',
  body: makeGroupSchema,
  handle: async ({ parts, teacherId, body: { name } }): Promise<Answer<GroupMade>> => {
    const groups = await parts.store.listGroups(teacherId);
    if (groups.filter(({ own }) => own).length >= LIMITS.groupsPerTeacher) return refuse('too-many-groups');
    for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
      const made = { id: newId(), code: drawRoomCode(unforeseeable), name, teacherId };
      const outcome = await parts.store.createGroup(createGroup(made, parts.clock()));
      if (outcome === 'created') return { ok: true, id: made.id, code: made.code };
    }
    return refuse('internal');
  },
});

export const changeGroupRoute = groupRoute({
  method: 'PATCH',
  path: PATH,
  params: byId,
  body: changeGroupSchema,
  handle: ({ parts, body: { name, archived } }, { id }) => {
    const change = { ...(name !== undefined && { name }), ...(archived !== undefined && { archived }) };
    return parts.groups.change(id, (group) => changeGroup(group, change, parts.clock()));
  },
});

export const deleteGroupRoute = groupRoute({
  method: 'DELETE',
  path: PATH,
  params: byId,
  handle: async ({ parts }, { id }) => {
    await parts.groups.delete(id);
    return { ok: true };
  },
});

export const deleteGroupStudentRoute = groupRoute({
  method: 'DELETE',
  path: `${PATH}/students/:student`,
  params: byId.extend({ student: idSchema }),
  handle: async ({ parts }, { id, student }) =>
    (await parts.groups.deleteStudent(id, student)) ? { ok: true } : refuse('unknown-student'),
});

export const groupOwnersRoute = groupRoute({
  method: 'GET',
  path: OWNERS_PATH,
  params: byId,
  handle: async ({ parts, group, teacherId }): Promise<Answer<ClassOwners>> => ({
    ok: true,
    ...(await told(parts, ownersOf(group), teacherId)),
  }),
});

/** Another teacher, by email, as for a class. */
export const addGroupOwnerRoute = groupRoute({
  method: 'POST',
  path: OWNERS_PATH,
  params: byId,
  body: ownerToAddSchema,
  handle: async ({ parts, teacherId, body }, { id }): Promise<Answer<ClassOwners>> => {
    const email = emailSchema.safeParse(body.email);
    const found = email.success ? await parts.auth.findTeacher(email.data, teacherId) : null;
    if (found === null) return refuse('unknown-teacher');
    if (found === 'too-often') return refuse('rate-limited');
    const answer = await parts.groups.addOwner(id, teacherId, found);
    if (!answer.ok) return answer;
    const group = await parts.store.loadGroup(id);
    return { ok: true, ...(await told(parts, group ? ownersOf(group) : [], teacherId)) };
  },
});

export const removeGroupOwnerRoute = groupRoute({
  method: 'DELETE',
  path: `${OWNERS_PATH}/:teacher`,
  params: byId.extend({ teacher: z.string() }),
  handle: ({ parts, teacherId }, { id, teacher }) => parts.groups.removeOwner(id, teacherId, teacher),
});
