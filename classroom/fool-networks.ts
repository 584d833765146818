import type { Experiment } from '@/protocol/experiment';
import type { Fool } from '@/protocol/fool';
import { FOOL } from '@/protocol/fool-rules';
import { LIMITS } from '@/protocol/limits';
import { countWeights } from '@/protocol/weight-shapes';
import { datasetOf } from './dataset';
import { type Voter, votersOf } from './ensembles';
import { rank } from './scoring';
import type { ClassState, VerifiedScore } from './state';

type Member = Pick<Voter, 'studentId' | 'runId'>;

/**
 * Who would play: the network that stands first on the board, by the board's own order, and of everybody else the best of which the server has the weights, the
 * first on the board first, as far as their weights may be read for every drawing. Null: nobody leads, or there is nobody else.
 */
export function foolNetworks(state: ClassState): { leader: Member; others: Member[] } | null {
  const voters = new Map(votersOf(state).map((voter) => [voter.studentId, voter]));
  const standings = rank(state);
  const last = new Map(state.scores.map((score) => [score.runId, score]));
  const first = standings.find(({ student }) => voters.has(student.id));
  if (!first) return null;
  const leads =
    last.get(first.best.runId) === first.best && first.best.experiment.dataset === datasetOf(state);
  const leader = leads ? first.best : voters.get(first.student.id)!;
  const places = new Map(standings.map(({ student }, place) => [student.id, place]));
  const placeOf = ({ studentId }: Member) => places.get(studentId) ?? standings.length;
  let bytes = 0;
  const others = [...voters.values()]
    .filter(({ studentId }) => studentId !== leader.studentId)
    .sort((one, other) => placeOf(one) - placeOf(other))
    .filter(({ experiment }) => {
      bytes += countWeights(experiment) * Float32Array.BYTES_PER_ELEMENT;
      return bytes <= LIMITS.bytesPerAverage;
    })
    .slice(0, FOOL.others);
  return others.length === 0 ? null : { leader: memberOf(leader), others: others.map(memberOf) };
}

const memberOf = ({ studentId, runId }: Member): Member => ({ studentId, runId });

/** A network that is asked, with what it is made of. */
export interface AskedNetwork {
  runId: string;
  experiment: Experiment;
}

/** The networks of a game that are still there, as they were handed in last; null: the leader's is not. */
export function askedNetworks(
  { scores }: Pick<ClassState, 'scores'>,
  { leader, others }: Pick<Fool, 'leader' | 'others'>,
): { leader: AskedNetwork; others: AskedNetwork[] } | null {
  const byRun = new Map<string, VerifiedScore>(scores.map((score) => [score.runId, score]));
  const asked = (member: Member | null) => {
    const score = member && byRun.get(member.runId);
    return score ? [{ runId: score.runId, experiment: score.experiment }] : [];
  };
  const [first] = asked(leader);
  return first ? { leader: first, others: others.flatMap(asked) } : null;
}
