import type { IncomingMessage } from 'node:http';
import { leakAddress } from '@/protocol/leak-address';
import { type LeakPart, leakPath } from '@/protocol/leak-paths';
import { type Answer, refuse } from '@/protocol/refusals';
import { readBody } from './read-body';
import { type Route, studentRoute } from './route';

/** What crosses the wire of *What a gradient tells*: see protocol/leak-paths. */

type Handle = Parameters<typeof studentRoute<typeof leakAddress>>[0]['handle'];
type Asked = Parameters<Handle>;

/** Something is handed in: at the pace of commands, and what was nothing costs faulty uploads. */
function taking(part: LeakPart, take: (...asked: Asked) => Promise<Answer>): Route {
  return studentRoute({
    ...{ method: 'POST', path: leakPath(':code', ':id', ':attempt', part), params: leakAddress },
    handle: async (context, params) => {
      const { parts, live, student } = context;
      const now = parts.steady();
      if (!live.limits.commands.allow(student.id, now)) return refuse('rate-limited');
      if (!parts.faultyUploads.hasToken(student.id, now)) return refuse('rate-limited');
      const answer = await take(context, params);
      if (!answer.ok && (answer.code === 'gradient-wrong' || answer.code === 'key-invalid'))
        parts.faultyUploads.allow(student.id, now);
      return answer;
    },
  });
}

/** Reads what comes along once it is known how much may. */
const bytesOf = (request: IncomingMessage) => (limit: number) => readBody(request, limit);

const which = ({ id, attempt }: Asked[1]) => ({ leakId: id, attempt });

export const LEAK_ROUTES: readonly Route[] = [
  taking('gradient', ({ live, request, student }, { id, show }) =>
    live.leaks.takeSingle(bytesOf(request), student.id, { leakId: id, mayShow: show !== undefined }),
  ),
  taking('key', ({ live, request, student }, asked) =>
    live.leaks.takeKey(bytesOf(request), student.id, which(asked)),
  ),
  taking('masked', ({ live, request, student }, asked) =>
    live.leaks.takeMasked(bytesOf(request), student.id, which(asked)),
  ),
  taking('reveal', ({ live, request, student }, asked) =>
    live.leaks.takeReveal(bytesOf(request), student.id, which(asked)),
  ),
  studentRoute({
    method: 'GET',
    path: leakPath(':code', ':id', ':attempt', 'round'),
    params: leakAddress,
    handle: async ({ live, student }, asked) => live.leaks.roundOf(student.id, which(asked)),
  }),
];
