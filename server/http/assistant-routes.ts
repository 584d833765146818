import { randomBytes } from 'node:crypto';
import { type AssistantMade, assistantToMakeSchema } from '@/protocol/assistants';
import type { Answer } from '@/protocol/refusals';
import { idSchema } from '@/protocol/run';
import { hashSecret, newId } from '@/server/live/credentials';
import { byId, ownerRoute } from './route';

const PATH = '/api/classes/:id/assistants';

/** Makes a link for somebody who helps to lead. Its token is told here and never again. */
export const makeAssistantRoute = ownerRoute({
  method: 'POST',
  path: PATH,
  params: byId,
  body: assistantToMakeSchema,
  handle: async ({ live, teacherId, body }): Promise<Answer<AssistantMade>> => {
    const id = newId();
    const token = randomBytes(24).toString('base64url');
    const answer = await live.ask(
      { type: 'assistant:add', id, ...body, until: body.until ?? null, tokenHash: hashSecret(token) },
      { kind: 'teacher', teacherId },
    );
    return answer.ok ? { ok: true, id, token } : answer;
  },
});

/** Takes a link back: whoever is here by it goes at once. In a group, from all sittings. */
export const removeAssistantRoute = ownerRoute({
  method: 'DELETE',
  path: `${PATH}/:assistant`,
  params: byId.extend({ assistant: idSchema }),
  handle: ({ parts, live, teacherId }, { assistant }) => {
    const { groupId } = live.state();
    return groupId === null
      ? live.ask({ type: 'assistant:remove', assistantId: assistant }, { kind: 'teacher', teacherId })
      : parts.groups.removeAssistant(groupId, teacherId, assistant);
  },
});
