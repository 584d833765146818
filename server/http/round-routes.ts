import { openRounds } from '@/classroom/rounds';
import { refuse } from '@/protocol/refusals';
import { roundAddress } from '@/protocol/round-address';
import { roundWeightsPath } from '@/protocol/round-paths';
import { type RouteAnswer, studentRoute } from './route';
import { sendWeights } from './weights-body';

/** What crosses the wire of a round: see protocol/round-paths. */

const PATH = roundWeightsPath(':code', ':id', ':round');

export const roundNetworkRoute = studentRoute({
  method: 'GET',
  path: PATH,
  params: roundAddress,
  handle: async ({ live, student, response }, { id, round }): Promise<RouteAnswer> => {
    const rounds = openRounds(live.state());
    if (rounds?.id !== id || rounds.dealt[student.id] === undefined) return refuse('no-rounds');
    if (student.membership !== 'in') return refuse('student-removed');
    const weights = await live.rounds.weightsBefore(id, round);
    if (weights === null) return refuse('round-over');
    return sendWeights(response, weights, { 'cache-control': 'no-store' });
  },
});

export const roundWeightsRoute = studentRoute({
  method: 'POST',
  path: PATH,
  params: roundAddress,
  handle: async ({ parts, live, student, request }, { id: roundsId, round }): Promise<RouteAnswer> => {
    if (!parts.faultyUploads.hasToken(student.id, parts.steady())) return refuse('rate-limited');
    const answer = await live.rounds.take(request, student.id, { roundsId, round });
    if (!answer.ok && answer.code.startsWith('weights-'))
      parts.faultyUploads.allow(student.id, parts.steady());
    return answer;
  },
});
