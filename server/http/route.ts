import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Group } from '@/classroom/groups';
import { isOwner } from '@/classroom/owners';
import type { Student } from '@/classroom/state';
import { classIdSchema } from '@/protocol/classes';
import { type Answer, type RefusalCode, refuse } from '@/protocol/refusals';
import { roomCodeSchema } from '@/protocol/room-code-schema';
import type { EventParts } from '@/server/live/event';
import type { LiveClass } from '@/server/live/live-class';
import { readJson } from './read-json';
import { studentOf } from './student-of';
import { teacherOf } from './teacher-of';

/** What each handler may use. */
export interface RouteContext {
  parts: EventParts;
  request: IncomingMessage;
  response: ServerResponse;
}

/** What stood in the address: segments by the names that the route gives them, and the query. */
export type RouteParams = Readonly<Record<string, string | undefined>>;

/** An answer for `respond`; null where the handler has answered with something other than JSON. */
export type RouteAnswer = Answer | null;

/** One address: what it must look like, who may ask, and what then happens. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Such as `/api/classes/:id/owners`; with the method its name in the figures. */
  path: string;
  /** Whom the table lets ask; `anybody`: the handler has a proof of its own, or needs none. */
  asker: 'anybody' | 'teacher' | 'owner' | 'group-owner' | 'student';
  /** Whether one more may be answered now, whoever asks; left out: what an address may have is all that counts (gate.ts). */
  mayAsk?(parts: EventParts): boolean;
  answer(context: RouteContext, params: RouteParams): Promise<RouteAnswer>;
}

type Place = Pick<Route, 'method' | 'path' | 'mayAsk'>;

/** An address is wrong in the way that fits what stands in it: a room code is typed by people, an id never is. */
const FAULTS: Readonly<Record<string, RefusalCode>> = { code: 'unknown-code' };

interface Params<Schema extends z.ZodType> {
  /** Of what stands in the address. */
  params: Schema;
  /** What a wrong address is refused with, where it is not what its first wrong part says. */
  fault?: RefusalCode;
}

interface Body<Schema extends z.ZodType> {
  /** Of the JSON that is sent along, read once it is known who asks; left out: nothing is read. */
  body?: Schema;
}

async function readBody<Schema extends z.ZodType>(
  { body: schema }: Body<Schema>,
  request: IncomingMessage,
): Promise<Answer<{ value: z.output<Schema> }>> {
  if (!schema) return { ok: true, value: undefined as z.output<Schema> };
  const parsed = schema.safeParse(await readJson(request));
  return parsed.success ? { ok: true, value: parsed.data } : refuse('bad-request');
}

function readParams<Schema extends z.ZodType>(
  { params: schema, fault }: Params<Schema>,
  given: RouteParams,
): Answer<{ value: z.output<Schema> }> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refuse(fault ?? FAULTS[String(parsed.error.issues[0]?.path[0])] ?? 'bad-request');
}

const NONE = z.object({});
/** A class or a group by its id. */
export const byId = z.object({ id: classIdSchema });
/** A class by its room code. */
export const byCode = z.object({ code: roomCodeSchema });

/** Anybody may ask. */
export function openRoute<Schema extends z.ZodType>(
  route: Place &
    Params<Schema> & { handle(context: RouteContext, params: z.output<Schema>): Promise<RouteAnswer> },
): Route {
  return {
    ...route,
    asker: 'anybody',
    answer: async (context, given) => {
      const params = readParams(route, given);
      return params.ok ? route.handle(context, params.value) : params;
    },
  };
}

/** A signed-in teacher may ask. */
export function teacherRoute<Sent extends z.ZodType = z.ZodUndefined>(
  route: Place &
    Body<Sent> & {
      handle(context: RouteContext & { teacherId: string; body: z.output<Sent> }): Promise<RouteAnswer>;
    },
): Route {
  const open = openRoute({
    ...route,
    params: NONE,
    handle: async (context) => {
      const teacher = await teacherOf(context.parts, context.request);
      if (!teacher.ok) return teacher;
      const body = await readBody(route, context.request);
      if (!body.ok) return body;
      return route.handle({ ...context, teacherId: teacher.teacherId, body: body.value });
    },
  });
  return { ...open, asker: 'teacher' };
}

/** Only an owner of the class may ask. */
export function ownerRoute<
  Schema extends z.ZodType<{ id: string } | { code: string }>,
  Sent extends z.ZodType = z.ZodUndefined,
>(
  route: Place &
    Params<Schema> &
    Body<Sent> & {
      handle(
        context: RouteContext & { live: LiveClass; teacherId: string; body: z.output<Sent> },
        params: z.output<Schema>,
      ): Promise<RouteAnswer>;
    },
): Route {
  const open = openRoute({
    ...route,
    handle: async (context, params) => {
      const { parts, request } = context;
      const teacher = await teacherOf(parts, request);
      if (!teacher.ok) return teacher;
      const { teacherId } = teacher;
      const live =
        'id' in params ? await parts.classes.byId(params.id) : await parts.classes.byCode(params.code);
      // One answer for a class of somebody else and for none: ids of classes are nobody else's business.
      if (!live || !isOwner(live.state(), teacherId)) return refuse('not-your-class');
      const body = await readBody(route, request);
      return body.ok ? route.handle({ ...context, live, teacherId, body: body.value }, params) : body;
    },
  });
  return { ...open, asker: 'owner' };
}

/** Only an owner of the group may ask. */
export function groupRoute<Schema extends z.ZodType<{ id: string }>, Sent extends z.ZodType = z.ZodUndefined>(
  route: Place &
    Params<Schema> &
    Body<Sent> & {
      handle(
        context: RouteContext & { group: Group; teacherId: string; body: z.output<Sent> },
        params: z.output<Schema>,
      ): Promise<RouteAnswer>;
    },
): Route {
  const open = openRoute({
    ...route,
    handle: async (context, params) => {
      const { parts, request } = context;
      const teacher = await teacherOf(parts, request);
      if (!teacher.ok) return teacher;
      const { teacherId } = teacher;
      const group = await parts.store.loadGroup(params.id);
      // As for classes: one answer for somebody else's and for none.
      if (!group || !isOwner(group, teacherId)) return refuse('not-your-group');
      const body = await readBody(route, request);
      return body.ok ? route.handle({ ...context, group, teacherId, body: body.value }, params) : body;
    },
  });
  return { ...open, asker: 'group-owner' };
}

/** Who opens nothing, whatever may be asked. */
const KEPT_OUT: Partial<Record<Student['membership'], RefusalCode>> = {
  waiting: 'student-waiting',
  removed: 'student-removed',
  banned: 'student-banned',
};

/** Only a student of the class may ask, who has been let in and was not sent out. */
export function studentRoute<Schema extends z.ZodType<{ code: string }>>(
  route: Place &
    Params<Schema> & {
      handle(
        context: RouteContext & { live: LiveClass; student: Student },
        params: z.output<Schema>,
      ): Promise<RouteAnswer>;
    },
): Route {
  const open = openRoute({
    ...route,
    handle: async (context, params) => {
      const known = await studentOf(context.parts, context.request, params.code);
      if (!known.ok) return known;
      const { live, student } = known;
      const kept = KEPT_OUT[student.membership];
      return kept === undefined ? route.handle({ ...context, live, student }, params) : refuse(kept);
    },
  });
  return { ...open, asker: 'student' };
}
