import type { IncomingMessage } from 'node:http';
import { isOwner } from '@/classroom/owners';
import type { ClassState } from '@/classroom/state';
import { type Answer, refuse } from '@/protocol/refusals';
import type { RunSummary } from '@/protocol/run';
import type { EventParts } from '@/server/live/event';
import { pageOwner } from '@/server/live/page-owner';

import { teacherOf } from './teacher-of';

/**
 * A run and its class, for an owner of the class or, by the token of the own page, for the student whose run it is. There is one answer for a run
 * of somebody else and for none.
 */
export async function runFor(
  parts: EventParts,
  request: IncomingMessage,
  runId: string,
  token: string | undefined,
): Promise<Answer<{ run: RunSummary; state: ClassState }>> {
  const reader = token === undefined ? await teacherOf(parts, request) : await pageOwner(parts, token);
  if (!reader.ok) return reader;
  const found = await parts.store.readRun(runId, 1);
  const state = found && (await parts.classes.byId(found.classId))?.state();
  if (!found || !state) return refuse('unknown-run');
  const mayRead =
    'teacherId' in reader
      ? isOwner(state, reader.teacherId)
      : // Ids of students are their browsers' own: another class may have the same one.
        found.run.studentId === reader.studentId && (state.groupId ?? state.id) === reader.roomId;
  return mayRead ? { ok: true, run: found.run, state } : refuse('unknown-run');
}
