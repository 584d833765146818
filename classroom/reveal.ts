import { refuse } from '@/protocol/refusals';
import type {
  AwardKind,
  GivenAward,
  Reveal,
  RevealedNetwork,
  RevealedRace,
  RevealStop,
} from '@/protocol/reveal';
import type { TeamResult } from '@/protocol/team-race';
import { countWeights } from '@/protocol/weight-shapes';
import { raceBar } from './awards/frugal-awards';
import { givenAwards } from './awards/given-awards';
import { REVEAL_QUESTION } from './awards/people-awards';
import { challengeOfClass } from './challenge';
import type { DecisionContext } from './commands';
import { end } from './conduct';
import { accept, type Decision } from './decision';
import { answerKey, keep } from './kept';
import { putOnScreen } from './put-on-screen';
import { rerunOf } from './rerun';
import { isBefore, nearestStop, revealStops } from './reveal-stops';
import { finalRights, rank, refuseTakingPart } from './scoring';
import type { ClassState, VerifiedScore } from './state';
import { rankedTeams } from './team-race';
import { canBeToldApart } from './told-apart';
import { asBeforeTheEnd } from './unrevealed';

/** With fewer there is no race. */
const LEAST_NETWORKS = 2;

/** Whether there is something to reveal: networks whose hidden half decides, on a board that is shown. */
export function canReveal(state: ClassState): boolean {
  return (
    state.phase !== 'lobby' &&
    state.ranking !== 'off' &&
    // What ranks else is exact: the hidden half moves nobody there.
    state.race.metric === 'accuracy' &&
    challengeOfClass(state) === null &&
    rank(state).length >= LEAST_NETWORKS
  );
}

/** Begins the reveal, with which the class ends; one that was begun is gone on with. The projector turns to it. */
export function beginReveal(state: ClassState, now: number): Decision {
  const onScreen = putOnScreen('reveal');
  if (state.reveal !== null) return accept(state, onScreen);
  if (!canReveal(state)) return refuse('nothing-to-reveal');
  const ended = state.phase === 'ended' ? { ok: true as const, state } : end(state, now);
  if (!ended.ok) return ended;
  const board: RevealStop = { phase: 'board', shown: 0 };
  const reveal: Reveal = { begunAt: now, at: board, furthest: board, race: null };
  return accept(ended.state, { ...onScreen, reveal });
}

/** The teams whose rows are revealed, in the order of the board that the class has seen; null: students' are. */
export function teamsRevealed(state: ClassState): readonly TeamResult[] | null {
  const teams = rankedTeams(asBeforeTheEnd(state));
  return teams.length < LEAST_NETWORKS ? null : teams;
}

/** All stops of a class's reveal, in order. */
export function revealStopsOf(state: ClassState, reveal: Reveal): RevealStop[] {
  const race = raceShown(state, reveal);
  return revealStops({
    networks: teamsRevealed(state)?.length ?? (race ? race.networks.length : rank(state).length),
    awards: (race?.awards ?? []).filter(({ withheld }) => !withheld).length,
  });
}

/** Goes to a stop, be it on or back. What is shown for the first time is frozen as it stands. */
export function goInReveal(state: ClassState, wanted: RevealStop, context: DecisionContext): Decision {
  const { reveal } = state;
  if (reveal === null) return refuse('wrong-phase');
  const race = reveal.race ?? (wanted.phase === 'board' ? null : frozenRace(state, context));
  const { phase, shown } = nearestStop(revealStopsOf(state, { ...reveal, race }), wanted);
  const at = { phase, shown };
  if (phase === reveal.at.phase && shown === reveal.at.shown) return { ok: true, state };
  const furthest = isBefore(reveal.furthest, at) ? at : reveal.furthest;
  return accept(state, { reveal: { ...reveal, at, furthest, race } });
}

/** Keeps an award from being shown, or gives it back: as long as nobody has seen it. */
export function withholdAward(
  state: ClassState,
  { award, withheld }: { award: AwardKind; withheld: boolean },
): Decision {
  const { reveal } = state;
  const given = reveal?.race?.awards ?? [];
  const at = given.findIndex(({ evidence }) => evidence.kind === award);
  if (!reveal?.race || at < 0) return refuse('wrong-phase');
  if (given[at]!.withheld === withheld) return { ok: true, state };
  if (at <= lastSeen(reveal)) return refuse('award-shown');
  const awards = given.map((one, index) => (index === at ? { ...one, withheld } : one));
  return accept(state, { reveal: { ...reveal, race: { ...reveal.race, awards } } });
}

/** Where among all awards the last stands that everybody has seen: what comes before it is settled, too. −1: none was. */
function lastSeen({ furthest, race }: Reveal): number {
  const awards = race?.awards ?? [];
  if (furthest.phase === 'picture') return awards.length - 1;
  const seen = awards.filter(({ withheld }) => !withheld).slice(0, seenAwards(furthest));
  return awards.indexOf(seen.at(-1)!);
}

const seenAwards = ({ phase, shown }: RevealStop) => (phase === 'awards' ? shown : 0);

/** Whether everybody has seen an award. */
export function isSeen(reveal: Reveal, award: GivenAward): boolean {
  return !award.withheld && (reveal.race?.awards ?? []).indexOf(award) <= lastSeen(reveal);
}

/** The race without those who were sent out or deleted since: nobody else moves by that. Null: nothing hidden has been shown. */
export function raceShown({ students }: ClassState, { race }: Reveal): RevealedRace | null {
  const isThere = ({ studentId }: { studentId: string }) => {
    const membership = students[studentId]?.membership;
    return membership !== undefined && membership !== 'removed' && membership !== 'banned';
  };
  return race && { ...race, networks: race.networks.filter(isThere), awards: race.awards.filter(isThere) };
}

/** A student guesses what the own network will have right of the hidden half; until that begins to be shown another guess takes the place of the one before. */
export function guessReveal(
  state: ClassState,
  studentId: string,
  { guess }: { guess: number },
  now: number,
): Decision {
  const refusal = refuseTakingPart(state, studentId);
  if (refusal) return refusal;
  if (!mayGuess(state, studentId)) return refuse('no-guess-now');
  const question = REVEAL_QUESTION;
  if (state.answers[answerKey(studentId, question)]?.choice === guess) return { ok: true, state };
  return { ok: true, state: keep(state, 'answers', { studentId, question, choice: guess, answeredAt: now }) };
}

/** Whether a student may still guess: there is a network, and of the hidden half nothing has been shown. */
export function mayGuess({ reveal, scores }: ClassState, studentId: string): boolean {
  return reveal !== null && reveal.race === null && scores.some((score) => score.studentId === studentId);
}

/** The race as it stands now, with its awards. */
function frozenRace(state: ClassState, { students }: DecisionContext): RevealedRace {
  const final = rank(state);
  const finals = new Map(final.map((standing) => [standing.best.id, standing]));
  const again = rerunOf(state, final);
  const networks = rank(asBeforeTheEnd(state)).map(({ rank: before, place, best }): RevealedNetwork => {
    const there = finals.get(best.id)!;
    return {
      ...{ scoreId: best.id, studentId: best.studentId },
      weights: countWeights(best.experiment),
      examples: best.experiment.examples,
      before: { rank: before, place },
      final: { rank: there.rank, place: there.place },
      could: rangeOf(again?.get(best.id)),
    };
  });
  const byScore = new Map(networks.map((network) => [network.scoreId, network]));
  const raced = final.map(({ best }) => {
    const { weights, examples } = byScore.get(best.id)!;
    return { studentId: best.studentId, best, weights, examples };
  });
  return {
    networks,
    alike: alikeNeighbours(final.map(({ best }) => best)),
    awards: givenAwards({
      state,
      networks: raced,
      bar: raceBar(raced),
      findingsOf: (id) => students?.findingsOf?.(id) ?? [],
    }),
  };
}

function alikeNeighbours(final: readonly VerifiedScore[]): number | null {
  const rights = finalRights(final);
  if (rights === null) return null;
  return rights.slice(1).filter((right, above) => !canBeToldApart(rights[above]!, right)).length;
}

const rangeOf = (again: { first: number; last: number } | undefined) =>
  again ? { first: again.first, last: again.last } : null;

/** After any change: ranges come when the race has been run again, which takes a moment; only those of the very race that is shown. */
export function revealFollows(before: ClassState, after: ClassState): ClassState {
  const { reveal, rerun } = after;
  if (!reveal?.race || rerun === null || before.rerun === rerun) return after;
  const { race } = reveal;
  const again = new Map(rerun.rows.map((row) => [row.scoreId, row]));
  const isOfIt =
    again.size === race.networks.length && race.networks.every(({ scoreId }) => again.has(scoreId));
  if (!isOfIt) return after;
  const networks = race.networks.map((one) => ({ ...one, could: rangeOf(again.get(one.scoreId)) }));
  return { ...after, reveal: { ...reveal, race: { ...race, networks } } };
}

/** A student is forgotten. */
export function revealWithout(reveal: Reveal, studentId: string): Reveal {
  const { race } = reveal;
  if (!race) return reveal;
  const others = (one: { studentId: string }) => one.studentId !== studentId;
  return {
    ...reveal,
    race: { ...race, networks: race.networks.filter(others), awards: race.awards.filter(others) },
  };
}
