import type { AssistantEntry, TeachingRole } from '@/protocol/assistants';
import { LIMITS } from '@/protocol/limits';
import { isSameRace, USUAL_RACE } from '@/protocol/race';
import {
  type Board,
  type BoardKind,
  type BoardRow,
  type ClassFacts,
  ranksNetworks,
  type ScreenView,
  type StudentView,
  type TeacherView,
} from '@/protocol/views';
import { auditDesk, auditOnScreen, ownAudit } from './audit-views';
import { baselinesOf } from './baselines';
import { type BoardPlace, type RankedClass, rankClass } from './board';
import { answersOf, resultsByStudent, standingOf } from './challenge';
import { datasetOf } from './dataset';
import { dealSeed } from './deal';
import { ensembleDesk, ensembleOnScreen, ownEnsemble } from './ensemble-views';
import { foolConsole, foolOnScreen, ownFool } from './fool-views';
import { helpCalls, ownHelp } from './help';
import type { PartResult } from './kept';
import { knobDesk, knobOnScreen, ownKnob } from './knob-views';
import { leakConsole, leakOnScreen, ownLeak } from './leak-views';
import { classDevices, ownDevice } from './measurements';
import { barsDevice } from './membership';
import { mergeDesk, mergeOnScreen, ownMerge } from './merge-views';
import { ownMessage, sentMessages } from './messages';
import { ownPredictions, predictionTallies } from './predictions';
import { ownQuiz, quizCounts } from './quiz';
import { ownRelay, relayDesk, relayOnScreen } from './relay-views';
import { ownHidden, ownReveal, revealConsole, revealOnScreen } from './reveal-views';
import { ownRounds, roundsDesk, roundsOnScreen } from './rounds-views';
import { nextHandInAt } from './scoring';
import { benchOnScreen, screenDesk, screenTold } from './screen';
import { ownSetUp } from './set-ups';
import { snapshotEntries } from './snapshots';
import type { Assistant, ClassState, Student } from './state';
import { ranksNobody } from './steps';
import { ownTeam, teamBoard, withShared } from './team-board';
import { asRevealed, isUnrevealed } from './unrevealed';
import { ownVote, voteDesk, voteOnScreen } from './vote-views';

/** Who has a connection now. Not part of the state: membership is kept, presence is seen. */
export interface WhoIsHere {
  isHere(studentId: string): boolean;
  /** How many of those who are in. */
  count: number;
}

/** Who of a class is here; everybody, where presence means nothing. Made once for all views of a broadcast. */
export function whoIsHere(state: ClassState, isHere: WhoIsHere['isHere'] = () => true): WhoIsHere {
  const { present } = derive(state);
  return { isHere, count: present.reduce((count, { id }) => count + (isHere(id) ? 1 : 0), 0) };
}

/** What every view of one state is made from. */
interface Derived {
  ranked: RankedClass;
  byStudent: ReadonlyMap<string, BoardPlace>;
  /** Weights and answers handed in. */
  submissions: ReadonlyMap<string, number>;
  present: Student[];
}

/** A broadcast makes a view for each of 300 students from one state, which never changes: the sums are made once. */
const derivedOf = new WeakMap<ClassState, Derived>();

function derive(state: ClassState): Derived {
  const known = derivedOf.get(state);
  if (known) return known;
  const ranked = rankClass(state);
  const submissions = new Map<string, number>();
  for (const { studentId } of state.scores) submissions.set(studentId, (submissions.get(studentId) ?? 0) + 1);
  for (const studentId of resultsByStudent(state).keys())
    submissions.set(studentId, (submissions.get(studentId) ?? 0) + answersOf(state, studentId));
  const derived: Derived = {
    ranked,
    byStudent: new Map(ranked.places.map((place) => [place.student.id, place])),
    submissions,
    present: Object.values(state.students).filter(({ membership }) => membership === 'in'),
  };
  derivedOf.set(state, derived);
  return derived;
}

/**
 * What a viewer may see: the only way out for the data of a class. Secrets, hidden scores and other students' data
 * are left out here and nowhere else.
 */
export function viewForStudent(
  state: ClassState,
  studentId: string,
  here = whoIsHere(state),
): StudentView | null {
  const me = state.students[studentId];
  if (!me) return null;
  const { submissions } = derive(state);
  const own = derive(asRevealed(state)).byStudent.get(studentId);
  return {
    viewer: 'student',
    version: state.version,
    class: facts(state, here),
    me: {
      id: me.id,
      nickname: me.nickname,
      mark: me.mark,
      membership: me.membership,
      submissions: submissions.get(me.id) ?? 0,
      nextHandInAt: nextHandInAt(state, studentId),
    },
    // Whom the teacher has not let in yet may be anybody: the names of those inside are not for them.
    board: me.membership === 'waiting' ? null : publicBoard(asRevealed(state), namesOnBoard(state)),
    ownRow: own
      ? {
          ...ownRow(asRevealed(state), own),
          ...(isUnrevealed(state) && { finalAccuracy: ownHidden(state, studentId) }),
          ...{ nickname: me.nickname, runId: own.runId },
        }
      : null,
    ownTeam: me.membership === 'waiting' ? null : ownTeam(state, studentId, namesOnBoard(state)),
    reveal: me.membership === 'waiting' ? null : ownReveal(state, studentId, namesOnBoard(state)),
    standing: standingOf(state, studentId),
    predictions: ownPredictions(state, studentId),
    vote: ownVote(state, studentId),
    ensemble: ownEnsemble(state, studentId),
    knob: ownKnob(state, studentId),
    merge: ownMerge(state, studentId),
    fool: ownFool(state, studentId, namesOnBoard(state)),
    audit: ownAudit(state, studentId),
    leak: ownLeak(state, studentId),
    rounds: ownRounds(state, studentId),
    relay: ownRelay(state, studentId, namesOnBoard(state)),
    quiz: ownQuiz(state, studentId),
    devices: classDevices(state, 'students'),
    ownDevice: ownDevice(state, studentId),
    setUp: ownSetUp(state, studentId),
    help: ownHelp(state, studentId, namesOnBoard(state)),
    message: ownMessage(state, studentId),
  };
}

/** While names are anonymised not even the teacher's page has them: the review has. */
export function viewForTeacher(
  state: ClassState,
  here = whoIsHere(state),
  role: TeachingRole = 'owner',
  anonymised = state.anonymised,
  winsShown = state.rerunShownAt !== null,
): TeacherView {
  const { ranked, submissions } = derive(state);
  const { kind, places, progress } = ranked;
  return {
    viewer: 'teacher',
    version: state.version,
    role,
    assistants: role === 'owner' ? state.assistants.map(assistantEntry) : null,
    class: facts(state, here),
    settings: {
      approvalRequired: state.approvalRequired,
      anonymised: state.anonymised,
      namesOnScreen: state.namesOnScreen,
    },
    screen: screenDesk(state),
    roster: Object.values(state.students).map((student) => ({
      id: student.id,
      nickname: anonymised ? null : student.nickname,
      mark: student.mark,
      membership: student.membership,
      joinedAt: student.joinedAt,
      submissions: submissions.get(student.id) ?? 0,
      team: student.team,
      barsDevice: barsDevice(student),
    })),
    board: {
      rows: places.map((place) => ({
        ...row(state, place, winsShown),
        nickname: anonymised ? null : place.student.nickname,
        studentId: place.student.id,
        runId: place.runId,
      })),
      total: places.length,
      revealed: isRevealed(state, kind),
      kind,
      ...ofRace(state, kind, winsShown),
      ...raceAgainOn(state, places),
    },
    progress,
    predictions: predictionTallies(state),
    vote: voteDesk(state),
    ensemble: ensembleDesk(state),
    reveal: revealConsole(state, !anonymised),
    knob: knobDesk(state),
    merge: mergeDesk(state),
    fool: foolConsole(state, !anonymised),
    audit: auditDesk(state),
    leak: leakConsole(state),
    rounds: roundsDesk(state),
    relay: relayDesk(state, !anonymised),
    quiz: quizCounts(state),
    devices: classDevices(state, 'watchers'),
    helps: helpCalls(state),
    snapshots: snapshotEntries(state),
    messages: sentMessages(state),
    bookmarks: state.bookmarks,
  };
}

/** A link without what opens it. */
function assistantEntry({ tokenHash: _tokenHash, ...told }: Assistant): AssistantEntry {
  return told;
}

/** What the teacher reads afterwards: marks and names together, whatever was shown in class, and all that was said. */
export function viewForReview(state: ClassState): TeacherView {
  const view = viewForTeacher(state, whoIsHere(state), 'owner', false, true);
  return { ...view, messages: sentMessages(state, LIMITS.messagesPerClass) };
}

/** The projector: names only where the teacher has said so, and never while names are anonymised. */
export function viewForScreen(state: ClassState, here = whoIsHere(state)): ScreenView {
  const named = state.namesOnScreen && !state.anonymised;
  return {
    viewer: 'screen',
    version: state.version,
    class: facts(state, here),
    shows: screenTold(state),
    bench: benchOnScreen(state),
    marks: derive(state)
      .present.filter(({ id }) => here.isHere(id))
      .map(({ mark, nickname }) => ({ mark, nickname: named ? nickname : null })),
    board: publicBoard(asRevealed(state), named && state.ranking === 'named'),
    reveal: revealOnScreen(state, named && state.ranking === 'named'),
    progress: derive(state).ranked.progress,
    predictions: predictionTallies(state),
    vote: voteOnScreen(state),
    ensemble: ensembleOnScreen(state, named && state.ranking === 'named'),
    knob: knobOnScreen(state),
    merge: mergeOnScreen(state),
    fool: foolOnScreen(state, named && state.ranking === 'named'),
    audit: auditOnScreen(state),
    leak: leakOnScreen(state),
    rounds: roundsOnScreen(state),
    relay: relayOnScreen(state, named),
    devices: classDevices(state, 'watchers'),
  };
}

function facts(state: ClassState, here: WhoIsHere): ClassFacts {
  return {
    id: state.id,
    code: state.code,
    groupId: state.groupId,
    lessonId: state.lessonId,
    dataset: datasetOf(state),
    dryRun: state.dryRun,
    steps: state.steps,
    phase: state.phase,
    stepIndex: state.stepIndex,
    pacing: state.pacing,
    countdown: state.countdown,
    paused: state.paused,
    locked: state.locked,
    ranking: state.ranking,
    reproduce: state.reproduce,
    handInsAllowed: state.handInsAllowed,
    coolDownSeconds: state.coolDownSeconds,
    race: state.race,
    createdAt: state.createdAt,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    studentCount: derive(state).present.length,
    hereCount: here.count,
    dealSeed: dealSeed(state.id),
  };
}

function namesOnBoard(state: ClassState): boolean {
  return state.ranking === 'named' && !state.anonymised;
}

function publicBoard(state: ClassState, named: boolean): Board | null {
  if (state.ranking === 'off' || ranksNobody(state)) return null;
  const { kind, places } = derive(state).ranked;
  return {
    rows: places
      .slice(0, LIMITS.boardRows)
      .map((place) => ({ ...row(state, place), nickname: named ? place.student.nickname : null })),
    total: places.length,
    revealed: isRevealed(state, kind),
    kind,
    ...ofRace(state, kind),
    ...raceAgainOn(state, places),
  };
}

/** What a board says of its race, run again. */
function raceAgainOn(
  { rerun, rerunShownAt }: ClassState,
  [first]: readonly BoardPlace[],
): Pick<Board, 'again'> {
  return rerun && first?.again ? { again: { races: rerun.races, shownAt: rerunShownAt } } : {};
}

/** A challenge that rules check hides no half that could be revealed. */
function isRevealed(state: ClassState, kind: BoardKind): boolean {
  return state.phase === 'ended' && ranksNetworks(kind);
}

/** What stands above the board and below it, where a race was set up. */
function ofRace(
  state: ClassState,
  kind: BoardKind,
  winsShown = state.rerunShownAt !== null,
): Pick<Board, 'race' | 'baselines' | 'teams'> {
  if (!ranksNetworks(kind) || isSameRace(state.race, USUAL_RACE)) return {};
  const baselines = baselinesOf(state);
  const teams = teamBoard(state, winsShown);
  return { race: state.race, ...(baselines.length > 0 && { baselines }), ...(teams && { teams }) };
}

/** A place as anybody may see it: no name, no ids. */
function row(
  state: ClassState,
  { rank, place, student, accuracy, hidden, shown, at, reproduced, again }: BoardPlace,
  winsShown = state.rerunShownAt !== null,
): BoardRow {
  return {
    ...(reproduced !== undefined && { reproduced }),
    ...(place !== null && { place }),
    ...(again && { could: withShared(again, place), ...(winsShown && { wins: again.wins }) }),
    rank,
    mark: student.mark,
    nickname: null,
    studentId: null,
    accuracy,
    finalAccuracy: state.phase === 'ended' ? hidden : null,
    shown,
    runId: null,
    submittedAt: at,
  };
}

/** While the ranking is off, what running the race again says is for nobody. */
function ownRow(state: ClassState, place: BoardPlace): BoardRow {
  const { again: _again, ...plain } = place;
  return row(state, state.ranking === 'off' ? plain : place);
}

/** Every part's best of every student, as the teacher may read them in the review: too much for a view that goes out live. */
export function resultsForTeacher(state: ClassState): readonly PartResult[] {
  return Object.values(state.results);
}
