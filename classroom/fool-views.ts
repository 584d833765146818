import type { Fool } from '@/protocol/fool';
import { FOOL } from '@/protocol/fool-rules';
import type {
  FoolConsole,
  FoolDesk,
  FoolEvidence,
  FoolNow,
  FoolTile,
  FoolWhose,
  OwnFool,
  OwnFooled,
  PlayedFool,
} from '@/protocol/fool-views';
import { datasetOf } from './dataset';
import { foolNetworks } from './fool-networks';
import {
  type Fooler,
  foolersOf,
  hardest,
  type JudgedDrawing,
  judgedDrawings,
  waitingFor,
} from './fool-result';
import { drawingsOf, isBeforePeople, openFool, shownFool } from './fools';
import { isSentOut } from './sent-out';
import type { ClassState } from './state';

interface Described {
  fool: Fool;
  all: readonly JudgedDrawing[];
  foolers: readonly Fooler[];
  counts: Pick<FoolNow, 'tries' | 'fooled' | 'judged'>;
}

/** Made once a state: each of 300 students is shown it. */
const describedOf = new WeakMap<ClassState, Described | null>();

function described(state: ClassState): Described | null {
  const known = describedOf.get(state);
  if (known !== undefined) return known;
  const fool = shownFool(state);
  const made = fool && describe(state, fool);
  describedOf.set(state, made);
  return made;
}

function describe(state: ClassState, fool: Fool): Described {
  const all = judgedDrawings(state, fool);
  const shown = all.filter(({ drawing }) => !drawing.removed);
  const counts = {
    tries: drawingsOf(state, fool.id).length,
    fooled: shown.length,
    judged: shown.filter(({ verdict }) => verdict !== 'waiting').length,
  };
  return { fool, all, foolers: foolersOf(state, all), counts };
}

/** What everybody may know. @param named whether whose something is may be told by name */
function forAll(state: ClassState, { fool, all, foolers, counts }: Described, named: boolean): FoolNow {
  const { id, dataset, stage, closedAt, others, leader } = fool;
  const isShown = stage === 'shown';
  const ranked = state.ranking !== 'off';
  return {
    ...{ id, dataset, stage, open: closedAt === null, others: others.length, ...counts },
    leader: ranked && leader ? whose(state, leader.studentId, named) : null,
    gallery: isShown ? hardest(all).slice(0, FOOL.tiles).map(tileOf) : null,
    foolers:
      isShown && ranked
        ? foolers.slice(0, FOOL.foolers).map(({ studentId, rank, points, drawings }) => ({
            ...{ rank, points, drawings },
            ...whose(state, studentId, named)!,
          }))
        : null,
  };
}

function whose({ students }: ClassState, studentId: string, named: boolean): FoolWhose | null {
  const student = students[studentId];
  return student ? { mark: student.mark, nickname: named ? student.nickname : null } : null;
}

function tileOf({ drawing, read, judged, points }: JudgedDrawing): FoolTile {
  const { id, label, answer, right, asked } = drawing;
  return { id, label, answer, right, asked, read, judged, points };
}

/** A student's sight of the game that is on: of others' drawings that wait for it only which they are. */
export function ownFool(state: ClassState, studentId: string, named: boolean): OwnFool | null {
  if (openFool(state) === null || state.students[studentId]?.membership === 'waiting') return null;
  const made = described(state)!;
  const { fool, all, foolers } = made;
  const isShown = fool.stage === 'shown';
  const own = drawingsOf(state, fool.id).filter((one) => one.studentId === studentId);
  const dealt = fool.stage === 'judging' ? waitingFor(state, all, studentId) : [];
  return {
    ...forAll(state, made, named),
    leads: state.ranking !== 'off' && fool.leader?.studentId === studentId,
    own: own.map(({ id, label, answer, right, asked, removed }): OwnFooled => {
      const judged = isShown ? all.find(({ drawing }) => drawing.id === id) : undefined;
      const people = judged && { verdict: judged.verdict, read: judged.read, judged: judged.judged };
      return {
        id,
        label,
        answer,
        right,
        asked,
        removed,
        points: judged?.points ?? 0,
        people: people ?? null,
      };
    }),
    left: Math.max(0, FOOL.tries - own.length),
    dealt: dealt.slice(0, FOOL.dealtAtOnce),
    toJudge: dealt.length,
    points: isShown ? (foolers.find((one) => one.studentId === studentId)?.points ?? 0) : null,
  };
}

/** The teacher's; null: the class trains no pictures. */
export function foolConsole(state: ClassState, named: boolean): FoolConsole | null {
  if (datasetOf(state) === null) return null;
  const made = described(state);
  const networks = foolNetworks(state);
  return { networks: networks ? networks.others.length + 1 : 0, now: made && deskOf(state, made, named) };
}

function deskOf(state: ClassState, made: Described, named: boolean): FoolDesk {
  return {
    ...forAll(state, made, named),
    leaderId: made.fool.leader?.studentId ?? null,
    drawings: made.all.map(evidenceOf).reverse(),
    standing: made.foolers.filter(({ studentId }) => !isSentOut(state.students[studentId]!)),
  };
}

function evidenceOf(one: JudgedDrawing): FoolEvidence {
  const { studentId, said, removed } = one.drawing;
  return { ...tileOf(one), studentId, said, people: one.people, verdict: one.verdict, removed };
}

/** And the projector's. */
export function foolOnScreen(state: ClassState, named: boolean): FoolNow | null {
  const made = described(state);
  return made && forAll(state, made, named);
}

/** Who asks for pictures. */
type FoolViewer = { kind: 'student'; studentId: string } | { kind: 'screen' | 'teacher' | 'assistant' };

/** Pictures that somebody may see, by their drawings' ids: a student the own ones, while people judge those of others, and the gallery; the projector the gallery; a console all. */
export function drawingsFor(
  state: ClassState,
  foolId: string,
  ids: readonly string[],
  who: FoolViewer,
): { id: string; pixels: string }[] | null {
  const made = described(state);
  if (made?.fool.id !== foolId) return null;
  const { fool, all } = made;
  const gallery = new Set(fool.stage === 'shown' ? hardest(all).map(({ drawing }) => drawing.id) : []);
  const wanted = new Set(ids);
  return drawingsOf(state, foolId).flatMap((one) => {
    const { id, pixels } = one;
    const may =
      who.kind === 'student'
        ? who.studentId === one.studentId || (fool.stage === 'judging' && isBeforePeople(state, one))
        : who.kind !== 'screen';
    return wanted.has(id) && (may || gallery.has(id)) ? [{ id, pixels }] : [];
  });
}

/** Everything that was played, in order, for the review. */
export function playedFools(state: ClassState): PlayedFool[] {
  return state.fools.flatMap((fool) => {
    const made = describe(state, fool);
    if (made.counts.tries === 0) return [];
    const pixels = new Map(made.all.map(({ drawing }) => [drawing.id, drawing.pixels]));
    const { drawings, ...desk } = deskOf(state, made, true);
    return [
      {
        ...desk,
        openedAt: fool.openedAt,
        drawings: drawings.map((one) => ({ ...one, pixels: pixels.get(one.id)! })),
      },
    ];
  });
}
