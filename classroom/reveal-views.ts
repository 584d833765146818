import { LIMITS } from '@/protocol/limits';
import type { Reveal, RevealedNetwork, RevealedRace, RevealStop } from '@/protocol/reveal';
import type {
  OwnReveal,
  RevealConsole,
  RevealedAward,
  RevealMoves,
  RevealRow,
  RevealStage,
} from '@/protocol/reveal-views';
import type { TeamResult } from '@/protocol/team-race';
import { REVEAL_QUESTION } from './awards/people-awards';
import { answerKey } from './kept';
import { canReveal, isSeen, mayGuess, raceShown, revealStopsOf, teamsRevealed } from './reveal';
import { pictureOf } from './reveal-picture';
import { isBefore } from './reveal-stops';
import { rank, type Standing } from './scoring';
import type { ClassState, VerifiedScore } from './state';
import { teamMark, withShared } from './team-board';
import { finalOrder } from './team-race';
import { asBeforeTheEnd, isUnrevealed } from './unrevealed';

/** Who looks: whether names are shown to them, and whether one of the students is meant. */
interface Viewer {
  named: boolean;
  studentId?: string;
}

/** What all who look at one state are shown alike. */
interface Shared {
  scores: ReadonlyMap<string, VerifiedScore>;
  /** Without those who were sent out. */
  race: RevealedRace | null;
  /** The board of the class, until the race is frozen. */
  board: readonly Standing[];
  /** The race's networks, as they stand in this phase. */
  order: readonly RevealedNetwork[];
  total: number;
  /** Null before its time. */
  picture: ReturnType<typeof pictureOf<Costed>> | null;
  guesses: number;
}
type Costed = { studentId: string; weights: number; examples: number; accuracy: number };

/** By the reveal where it stands and the state's own identity: 300 students are shown it. */
const sharedOf = new WeakMap<ClassState, Map<RevealStop['phase'], Shared>>();

function shared(state: ClassState, reveal: Reveal): Shared {
  const { phase } = reveal.at;
  const known = sharedOf.get(state) ?? new Map<RevealStop['phase'], Shared>();
  sharedOf.set(state, known);
  const found = known.get(phase);
  if (found) return found;
  const race = raceShown(state, reveal);
  const scores = new Map(state.scores.map((score) => [score.id, score]));
  const board = race ? [] : rank(asBeforeTheEnd(state));
  const made: Shared = {
    ...{ scores, race, board, order: race ? ordered(race, phase === 'moved') : [] },
    total: race ? race.networks.length : board.length,
    picture: race && phase === 'picture' ? pictureOf(costsOf(race, scores)) : null,
    guesses: guessersOf(state),
  };
  known.set(phase, made);
  return made;
}

function whose(state: ClassState, studentId: string, { named, studentId: viewer }: Viewer) {
  const { mark, nickname } = state.students[studentId]!;
  return { mark, nickname: named ? nickname : null, ...(studentId === viewer && { own: true as const }) };
}

/** What everybody sees of a reveal where it stands. */
function stageOf(state: ClassState, reveal: Reveal, viewer: Viewer): RevealStage {
  const { at } = reveal;
  const { race, total, picture, guesses } = shared(state, reveal);
  const isTable = at.phase === 'board' || at.phase === 'half' || at.phase === 'moved';
  const teams = teamsRevealed(state);
  const rows = !isTable ? [] : teams ? teamRows(reveal, teams, viewer) : rowsOf(state, reveal, viewer);
  const visible = (race?.awards ?? []).filter(({ withheld }) => !withheld);
  return {
    ...at,
    rows,
    total: teams?.length ?? total,
    moves: race && at.phase === 'moved' ? movesIn(state, race) : null,
    awards:
      at.phase === 'awards' || at.phase === 'picture'
        ? visible
            .slice(0, at.phase === 'awards' ? at.shown : visible.length)
            .map(
              ({ studentId, evidence }): RevealedAward => ({ ...whose(state, studentId, viewer), evidence }),
            )
        : [],
    picture:
      picture?.map(({ studentId, ...network }) => ({ ...whose(state, studentId, viewer), ...network })) ??
      null,
    guesses,
  };
}

/** Networks with what they have right of the hidden half. */
function costsOf({ networks }: RevealedRace, scores: Shared['scores']): Costed[] {
  return networks.flatMap(({ scoreId, studentId, weights, examples }) => {
    const score = scores.get(scoreId);
    return score ? [{ studentId, weights, examples, accuracy: score.privateAccuracy }] : [];
  });
}

/** The first rows, and the viewer's own wherever it stands. */
function rowsOf(state: ClassState, reveal: Reveal, viewer: Viewer): RevealRow[] {
  const { at } = reveal;
  const { scores, race, board, order } = shared(state, reveal);
  const isShown = (studentId: string, index: number) =>
    index < LIMITS.boardRows || studentId === viewer.studentId;
  if (race === null)
    return board
      .filter(({ student }, index) => isShown(student.id, index))
      .map(({ rank: before, place, student, best }) => ({
        ...whose(state, student.id, viewer),
        ...{ rank: before, accuracy: best.publicAccuracy, finalAccuracy: null },
        ...(place && { place }),
      }));
  const moved = at.phase === 'moved';
  const hidden = moved ? 0 : order.length - (at.phase === 'half' ? at.shown : 0);
  return order.flatMap((network, index) => {
    const score = isShown(network.studentId, index) ? scores.get(network.scoreId) : undefined;
    if (!score) return [];
    return {
      ...whose(state, network.studentId, viewer),
      rank: network.before.rank,
      ...(network.before.place && { place: network.before.place }),
      accuracy: score.publicAccuracy,
      finalAccuracy: index < hidden ? null : score.privateAccuracy,
      ...(moved && { final: finalOf(network) }),
    };
  });
}

/** The same of teams: the own one wherever it stands. */
function teamRows({ at }: Reveal, teams: readonly TeamResult[], { studentId }: Viewer): RevealRow[] {
  const moved = at.phase === 'moved';
  const hidden = moved ? 0 : teams.length - (at.phase === 'half' ? at.shown : 0);
  const isOwn = (team: TeamResult) => studentId !== undefined && team.studentIds.includes(studentId);
  return (moved ? finalOrder(teams) : teams).flatMap((team, index) => {
    if (index >= LIMITS.boardRows && !isOwn(team)) return [];
    const { size, missing, before, final, again } = team;
    return {
      ...{ mark: teamMark(team), nickname: team.team, team: { size, missing } },
      ...(isOwn(team) && { own: true as const }),
      ...{ rank: before.rank, accuracy: team.publicAccuracy },
      ...(before.place && { place: before.place }),
      finalAccuracy: index < hidden ? null : team.privateAccuracy,
      ...(moved && { final: finalOf({ final, could: again && { first: again.first, last: again.last } }) }),
    };
  });
}

/** As they stand on the board of the class, or on the final one; who shares a rank there stands as before. */
function ordered({ networks }: RevealedRace, moved: boolean): readonly RevealedNetwork[] {
  return moved ? networks.toSorted((a, b) => a.final.rank - b.final.rank) : networks;
}

function finalOf({
  final: { rank: place, place: shared },
  could,
}: Pick<RevealedNetwork, 'final' | 'could'>): RevealRow['final'] {
  return {
    rank: place,
    ...(shared && { place: shared }),
    ...(could && { could: withShared(could, shared) }),
  };
}

/** What moved of what the table shows. */
function movesIn(state: ClassState, race: RevealedRace): RevealMoves {
  const teams = teamsRevealed(state);
  if (teams === null) return movesOf(race);
  const networks = teams.map(({ before, final, again }) => ({ before, final, could: again }));
  return { ...movesOf({ networks, alike: state.teamRace?.alike ?? null }), ofTeams: true };
}

function movesOf({
  networks,
  alike,
}: {
  networks: readonly Pick<RevealedNetwork, 'before' | 'final' | 'could'>[];
  alike: number | null;
}): RevealMoves {
  const steps = networks.map(({ before, final }) => Math.abs(before.rank - final.rank));
  const changed = networks.filter((_, index) => steps[index]! > 0);
  const ranged = changed.every(({ could }) => could !== null);
  return {
    networks: networks.length,
    changed: changed.length,
    most: Math.max(0, ...steps),
    within: ranged
      ? changed.filter(({ before, final, could }) => {
          const { first, last } = withShared(could!, final.place);
          return before.rank >= first && before.rank <= last;
        }).length
      : null,
    alike,
  };
}

/** How many students have guessed. */
function guessersOf({ answers, students }: ClassState): number {
  return Object.values(answers).filter(({ question, studentId }) => {
    const membership = students[studentId]?.membership;
    const isThere = membership !== undefined && membership !== 'removed' && membership !== 'banned';
    return question === REVEAL_QUESTION && isThere;
  }).length;
}

/** A student's sight of it; null: there is none, or the board is off. */
export function ownReveal(state: ClassState, studentId: string, named: boolean): OwnReveal | null {
  const { reveal } = state;
  if (reveal === null || state.ranking === 'off') return null;
  return {
    ...stageOf(state, reveal, { named, studentId }),
    guess: {
      mayGuess: mayGuess(state, studentId),
      guess: state.answers[answerKey(studentId, REVEAL_QUESTION)]?.choice ?? null,
    },
  };
}

/** The projector's. */
export function revealOnScreen(state: ClassState, named: boolean): RevealStage | null {
  const { reveal } = state;
  return reveal === null || state.ranking === 'off' ? null : stageOf(state, reveal, { named });
}

/** The teacher's, who sees the awards before the class does. @param named names are not anonymised */
export function revealConsole(state: ClassState, named: boolean): RevealConsole {
  const { reveal } = state;
  if (reveal === null) return { offered: canReveal(state), now: null };
  return {
    offered: false,
    now: {
      stage: stageOf(state, reveal, { named }),
      stops: revealStopsOf(state, reveal),
      revealed: !isUnrevealed(state),
      awards: (raceShown(state, reveal)?.awards ?? []).map((award) => ({
        ...whose(state, award.studentId, { named }),
        ...{ studentId: award.studentId, evidence: award.evidence, withheld: award.withheld },
        shown: isSeen(reveal, award),
      })),
    },
  };
}

/** What a reveal showed, for the review: what moved, the awards that were given, and all networks. Null: there was none, or it showed nothing that was hidden. */
export function reviewedReveal(state: ClassState): RevealStage | null {
  const { reveal } = state;
  const race = reveal && raceShown(state, reveal);
  if (!reveal || !race) return null;
  const end = stageOf(state, { ...reveal, at: { phase: 'picture', shown: 0 } }, { named: true });
  return { ...end, moves: movesIn(state, race) };
}

/** What a student may know of the own network's hidden half; null: nothing yet. */
export function ownHidden(state: ClassState, studentId: string): number | null {
  const { reveal } = state;
  const { race, scores } = reveal ? shared(state, reveal) : { race: null, scores: null };
  if (!reveal || !race || isBefore(reveal.furthest, { phase: 'half', shown: 0 })) return null;
  const own = race.networks.find((network) => network.studentId === studentId);
  // With the own row: where teams are revealed, with the own team's.
  const teams = teamsRevealed(state);
  const rows = (teams ?? race.networks).length;
  const from = rows - (reveal.furthest.phase === 'half' ? reveal.furthest.shown : Infinity);
  const at = teams
    ? teams.findIndex(({ studentIds }) => studentIds.includes(studentId))
    : race.networks.indexOf(own!);
  // Who is in no team hears it with the first row, which is the last.
  const isShown = at < 0 ? from <= 0 : at >= from;
  return own && isShown ? (scores.get(own.scoreId)?.privateAccuracy ?? null) : null;
}
