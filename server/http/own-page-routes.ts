import { z } from 'zod';
import { checkpointAddress } from '@/protocol/checkpoints';
import { type OwnPageCode, type OwnPageLink, typedPageCodeSchema } from '@/protocol/own-page';
import { type Answer, refuse } from '@/protocol/refusals';
import { normaliseReturnCode, RETURN_CODE_LIFE_MS } from '@/protocol/return-code';
import { pageOwner } from '@/server/live/page-owner';
import { ownPageToken } from '@/server/own-page-token';
import { sendCheckpoint } from './checkpoint-routes';
import { readJson } from './read-json';
import { byCode, openRoute, studentRoute } from './route';

/** What a student's own page asks: with the student's proof for the link, and with the link for all else. See protocol/own-page. */

const byToken = z.object({ token: z.string().max(64) });

/** The link to a student's own page, for who has the place. */
export const ownPageRoute = studentRoute({
  method: 'GET',
  path: '/api/classes/:code/me',
  params: byCode,
  handle: async ({ parts, live, student: { id } }): Promise<Answer<OwnPageLink>> => {
    const roomId = live.state().groupId ?? live.id;
    return { ok: true, token: ownPageToken(parts.secret, { roomId, studentId: id }) };
  },
});

export const ownPageCodeRoute = openRoute({
  method: 'POST',
  path: '/api/me/:token/code',
  params: byToken,
  handle: async ({ parts }, { token }): Promise<Answer<OwnPageCode>> => {
    const owner = await pageOwner(parts, token);
    if (!owner.ok) return owner;
    await parts.classes.claimForGood('page-codes');
    return { ok: true, code: parts.pageCodes.issue(token, parts.steady()), lifeMs: RETURN_CODE_LIFE_MS };
  },
});

/** Open to all, but nobody may try codes without end. */
export const ownPageByCodeRoute = openRoute({
  method: 'POST',
  path: '/api/me/code',
  params: z.object({}),
  mayAsk: (parts) => parts.guesses.mayLookUp(),
  handle: async ({ parts, request }): Promise<Answer<OwnPageLink>> => {
    const typed = typedPageCodeSchema.safeParse(await readJson(request));
    if (!typed.success) return refuse('bad-request');
    await parts.classes.claimForGood('page-codes');
    const token = parts.pageCodes.claim(normaliseReturnCode(typed.data.code), parts.steady());
    return token === null
      ? parts.guesses.wrong(parts.env.trustedProxies.addressOf(request), 'page-code-wrong')
      : { ok: true, token };
  },
});

/** A student has everything of theirs deleted, in every sitting; a class that is open goes on without them. */
export const deleteOwnDataRoute = openRoute({
  method: 'DELETE',
  path: '/api/me/:token',
  params: byToken,
  handle: async ({ parts }, { token }): Promise<Answer> => {
    const owner = await pageOwner(parts, token);
    if (!owner.ok) return owner;
    const { studentId, groupId, live } = owner;
    if (groupId === null) await live.deleteStudent(studentId);
    else await parts.groups.deleteStudent(groupId, studentId);
    return { ok: true };
  },
});

export const ownCheckpointRoute = openRoute({
  method: 'GET',
  path: '/api/me/:token/runs/:runId/checkpoints/:step',
  params: byToken.extend(checkpointAddress),
  handle: async ({ parts, response }, { token, runId, step }) => {
    const owner = await pageOwner(parts, token);
    if (!owner.ok) return owner;
    const found = await parts.store.readRun(runId, 1);
    // Ids of students are their browsers' own: another class may have the same one.
    const state =
      found?.run.studentId === owner.studentId ? await parts.store.loadClass(found.classId) : null;
    if (state === null || (state.groupId ?? state.id) !== owner.roomId) return refuse('unknown-run');
    return sendCheckpoint(parts, response, runId, step);
  },
});
