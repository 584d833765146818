import { reaches, type TeachingRole } from '@/protocol/assistants';
import { refuse } from '@/protocol/refusals';
import { addAssistant, removeAssistant, seeAssistant, teachingRole } from './assistants';
import { askAudit, closeAudit, goInAudit, guessInAudit, recordAudit, tapInAudit } from './audits';
import { addBookmark, markMoment, noteBookmark, removeBookmark } from './bookmarks';
import { recordResult } from './challenge';
import type { Actor, ClassCommand, DecisionContext } from './commands';
import { anonymise, begin, changeDoor, end, pause } from './conduct';
import { addToCountdown, setCountdown, stopCountdown } from './countdown';
import { accept, type Decision } from './decision';
import { ban, forgive, forgiveNewcomers, freeDevice, remove } from './dismissal';
import { askEnsemble, closeEnsemble, guessEnsemble, recordEnsemble } from './ensembles';
import { askFool, closeFool, goInFool, judgeFooled, recordFooled, removeFooled } from './fools';
import { removeNewcomers } from './forgettable';
import { askHelp, endHelp, pairHelp } from './help';
import { askKnob, askNext, closeKnob, dealKnob, expectOfKnob } from './knobs';
import { askLeak, closeLeak, goInLeak, guessLeak, recordSingle, showTold, withdrawTold } from './leaks';
import { beginSum, countParts, failSum, joinSum, recordSum, revealSum, sumAgain } from './mask-sum';
import { recordMeasurement } from './measurements';
import { admit, join, leave, rename, returnToClass, takeBack } from './membership';
import { askMerge, closeMerge, goInMerge, guessMerge, recordMerge } from './merges';
import { dismissMessage, sendMessage } from './messages';
import { addOwner, removeOwner } from './owners';
import { goToStep, moveBy, pace } from './pacing';
import { commitPrediction, notePredictionOutcome } from './predictions';
import { answerQuiz } from './quiz';
import { setRace } from './race';
import {
  askRelay,
  closeRelay,
  endRelay,
  goInRelay,
  guessRelay,
  recordRelay,
  setOwnWeights,
  takeSeat,
} from './relays';
import { keepRerun, showRerun } from './rerun';
import { beginReveal, goInReveal, guessReveal, withholdAward } from './reveal';
import {
  askRounds,
  closeRounds,
  countArrived,
  goInRounds,
  guessRounds,
  recordAlone,
  recordRound,
} from './rounds';
import { limitHandIns, recordScore } from './scoring';
import { showOnScreen } from './screen';
import { handSetUp } from './set-ups';
import { changeSnapshot, keepSnapshot, moveSnapshot, removeSnapshot } from './snapshots';
import type { ClassState } from './state';
import { keepTeamsAgain } from './team-race';
import { dealTeams, putInTeam } from './teams';
import { castVote, closeVote, putToVote, turnVote } from './votes';

/** A command's row: decides it where whoever asks may, and refuses it otherwise. */
export type CommandRow<Command> = (
  state: ClassState,
  command: Command,
  actor: Actor,
  context: DecisionContext,
) => Decision;

/** What one kind of asker may have done. */
type Deed<Command> = (state: ClassState, command: Command, context: DecisionContext) => Decision;

/** For whoever stands at the console in a role that is enough. */
const teaching =
  (least: TeachingRole) =>
  <Command>(deed: Deed<Command>): CommandRow<Command> =>
  (state, command, actor, context) => {
    const role = teachingRole(state, actor, context.now);
    return role !== null && reaches(role, least) ? deed(state, command, context) : refuse('not-allowed');
  };

/** For the owners of the class; for those whom they let lead it as well; for those whom they let help as well. */
const owner = teaching('owner');
const lead = teaching('lead');
const help = teaching('help');

/** For a student, of itself. */
const student =
  <Command>(
    deed: (state: ClassState, studentId: string, command: Command, context: DecisionContext) => Decision,
  ): CommandRow<Command> =>
  (state, command, actor, context) =>
    actor.kind === 'student' ? deed(state, actor.studentId, command, context) : refuse('not-allowed');

/** For whoever is not in the class yet. */
const newcomer =
  <Command>(deed: Deed<Command>): CommandRow<Command> =>
  (state, command, actor, context) =>
    actor.kind === 'newcomer' ? deed(state, command, context) : refuse('not-allowed');

/** For the server alone. */
const server =
  <Command>(deed: Deed<Command>): CommandRow<Command> =>
  (state, command, actor, context) =>
    actor.kind === 'server' ? deed(state, command, context) : refuse('not-allowed');

/** For the server besides. */
const orServer =
  (others: <Command>(deed: Deed<Command>) => CommandRow<Command>) =>
  <Command>(deed: Deed<Command>): CommandRow<Command> =>
  (state, command, actor, context) =>
    (actor.kind === 'server' ? server : others)(deed)(state, command, actor, context);

type Of<Type extends ClassCommand['type']> = Extract<ClassCommand, { type: Type }>;

/**
 * Every command in one row: who may ask for it, and what then happens. What crosses the wire has its schema in protocol/commands under
 * the same name.
 */
export const COMMANDS: { readonly [Type in ClassCommand['type']]: CommandRow<Of<Type>> } = {
  'class:begin': lead((state, _command, { now }) => begin(state, now)),
  'class:end': orServer(lead)((state, _command, { now }) => end(state, now)),
  'class:pause': lead((state, _command, { now }) => pause(state, true, now)),
  'class:resume': lead((state, _command, { now }) => pause(state, false, now)),
  'step:next': lead((state, _command, { now }) => moveBy(state, 1, now)),
  'step:previous': lead((state, _command, { now }) => moveBy(state, -1, now)),
  'step:go': lead((state, { index }, { now }) => goToStep(state, index, now)),
  'class:pace': lead((state, { pacing }, { now }) => pace(state, pacing, now)),
  'countdown:set': lead((state, { seconds }, { now }) => setCountdown(state, seconds, now)),
  'countdown:add': lead((state, { seconds }, { now }) => addToCountdown(state, seconds, now)),
  'countdown:stop': lead((state) => stopCountdown(state)),
  'message:send': help((state, command, { now }) => sendMessage(state, command, now)),
  'message:dismiss': student((state, studentId, { messageId }, { now }) =>
    dismissMessage(state, studentId, messageId, now),
  ),
  'class:lock': lead((state, { locked }) => changeDoor(state, { locked })),
  'class:require-approval': lead((state, { required }) => changeDoor(state, { approvalRequired: required })),
  'class:anonymise': lead((state, { anonymised }) => anonymise(state, anonymised)),
  'class:show-names-on-screen': lead((state, { shown }) => accept(state, { namesOnScreen: shown })),
  'class:reproduce': lead((state, { asked }) => accept(state, { reproduce: asked })),
  'class:limit-hand-ins': lead(limitHandIns),
  'class:rank': lead((state, { ranking }) => accept(state, { ranking })),
  'screen:show': lead(showOnScreen),
  'race:set': lead(setRace),
  'race:again': lead((state, _command, { now }) => showRerun(state, now)),
  'reveal:begin': lead((state, _command, { now }) => beginReveal(state, now)),
  'reveal:go': orServer(lead)(goInReveal),
  'reveal:withhold': lead(withholdAward),
  'reveal:guess': student((state, studentId, command, { now }) =>
    guessReveal(state, studentId, command, now),
  ),
  'race:keep': server((state, { rerun }) => keepRerun(state, rerun)),
  'race:keep-teams': server(keepTeamsAgain),
  'vote:open': lead((state, command, { now }) => putToVote(state, command, now)),
  'vote:turn': lead((state, command, { now }) => turnVote(state, command, now)),
  'vote:close': lead((state, command, { now }) => closeVote(state, command, now)),
  'ensemble:ask': lead((state, command, { now }) => askEnsemble(state, command, now)),
  'ensemble:close': lead((state, command, { now }) => closeEnsemble(state, command, now)),
  'knob:ask': lead((state, command, { now }) => askKnob(state, command, now)),
  'knob:deal': lead((state, command, { now }) => dealKnob(state, command, now)),
  'knob:next': lead((state, command, { now }) => askNext(state, command, now)),
  'knob:close': lead((state, command, { now }) => closeKnob(state, command, now)),
  'audit:ask': lead((state, command, { now }) => askAudit(state, command, now)),
  'audit:go': lead(goInAudit),
  'audit:close': lead((state, command, { now }) => closeAudit(state, command, now)),
  'merge:ask': lead((state, command, { now }) => askMerge(state, command, now)),
  'merge:go': lead(goInMerge),
  'merge:close': lead((state, command, { now }) => closeMerge(state, command, now)),
  'fool:ask': lead((state, command, { now }) => askFool(state, command, now)),
  'fool:go': lead(goInFool),
  'fool:remove': lead(removeFooled),
  'fool:close': lead((state, command, { now }) => closeFool(state, command, now)),
  'leak:ask': lead((state, command, { now }) => askLeak(state, command, now)),
  'leak:go': lead((state, command, { now }) => goInLeak(state, command, now)),
  'leak:show': lead(showTold),
  'leak:begin': lead((state, command, { now }) => beginSum(state, command, now)),
  'leak:again': lead((state, command, { now }) => sumAgain(state, command, now)),
  'leak:close': lead((state, command, { now }) => closeLeak(state, command, now)),
  'rounds:ask': lead((state, command, { now }) => askRounds(state, command, now)),
  'rounds:go': lead((state, command, { now }) => goInRounds(state, command, now)),
  'rounds:close': lead((state, command, { now }) => closeRounds(state, command, now)),
  'relay:ask': lead((state, command, { now }) => askRelay(state, command, now)),
  'relay:go': lead(goInRelay),
  'relay:end': lead((state, command) => endRelay(state, command)),
  'relay:close': lead((state, command, { now }) => closeRelay(state, command, now)),
  'newcomers:remove': lead((state, { since }, context) => ({
    ok: true,
    state: removeNewcomers(state, since, context),
  })),
  'newcomers:forgive': lead((state, { since }) => forgiveNewcomers(state, since)),
  'student:admit': help((state, { studentId }) => admit(state, studentId)),
  'student:rename': help((state, { studentId, nickname }, context) =>
    rename(state, studentId, nickname, context),
  ),
  'student:remove': lead((state, { studentId }) => remove(state, studentId)),
  'student:ban': lead((state, { studentId }) => ban(state, studentId)),
  'student:forgive': lead((state, { studentId }) => forgive(state, studentId)),
  'student:free-device': lead((state, { studentId }) => freeDevice(state, studentId)),
  'team:put': help(putInTeam),
  'team:deal': help(dealTeams),
  'bookmark:add': help((state, command, { now }) => addBookmark(state, command, now)),
  'bookmark:mark': owner((state, command, { now }) => markMoment(state, command, now)),
  'bookmark:note': help(noteBookmark),
  'bookmark:remove': help(removeBookmark),
  'owner:add': owner((state, { teacherId }) => addOwner(state, teacherId)),
  'owner:remove': orServer(owner)((state, { teacherId }) => removeOwner(state, teacherId)),
  'assistant:add': owner((state, made, { now }) => addAssistant(state, made, now)),
  'assistant:remove': owner((state, { assistantId }) => removeAssistant(state, assistantId)),
  'assistant:seen': server((state, { assistantId }, { now }) => seeAssistant(state, assistantId, now)),
  'student:join': newcomer(join),
  'student:leave': student(leave),
  'student:return': student(returnToClass),
  'student:take-back': server((state, { studentId, secretHash }) => takeBack(state, studentId, secretHash)),
  'prediction:commit': student((state, studentId, command, { now }) =>
    commitPrediction(state, studentId, command, now),
  ),
  'prediction:outcome': student((state, studentId, command, { now }) =>
    notePredictionOutcome(state, studentId, command, now),
  ),
  'vote:cast': student((state, studentId, command, { now }) => castVote(state, studentId, command, now)),
  'ensemble:guess': student((state, studentId, command, { now }) =>
    guessEnsemble(state, studentId, command, now),
  ),
  'knob:expect': student(expectOfKnob),
  'audit:guess': student((state, studentId, command, { now }) =>
    guessInAudit(state, studentId, command, now),
  ),
  'audit:tap': student(tapInAudit),
  'merge:guess': student((state, studentId, command, { now }) => guessMerge(state, studentId, command, now)),
  'fool:judge': student((state, studentId, command, { now }) => judgeFooled(state, studentId, command, now)),
  'leak:guess': student((state, studentId, command, { now }) => guessLeak(state, studentId, command, now)),
  'leak:withdraw': student(withdrawTold),
  'rounds:guess': student((state, studentId, command, { now }) =>
    guessRounds(state, studentId, command, now),
  ),
  'relay:guess': student((state, studentId, command, { now }) => guessRelay(state, studentId, command, now)),
  'relay:weights': student((state, studentId, command) => setOwnWeights(state, studentId, command)),
  'quiz:answer': student((state, studentId, command, { now }) => answerQuiz(state, studentId, command, now)),
  'measurement:report': student((state, studentId, command, { now }) =>
    recordMeasurement(state, studentId, command, now),
  ),
  'help:ask': student((state, studentId, { kind }, context) => askHelp(state, studentId, kind, context)),
  'help:end': student((state, studentId, _command, context) => endHelp(state, studentId, context)),
  'help:pair': help((state, { studentId, helperId }, context) =>
    pairHelp(state, studentId, helperId, context),
  ),
  'help:close': help((state, { studentId }, context) => endHelp(state, studentId, context)),
  'setup:hand': lead((state, command, { now }) => handSetUp(state, command, now)),
  'snapshot:keep': server((state, command, { now }) => keepSnapshot(state, command, now)),
  'snapshot:change': help(changeSnapshot),
  'snapshot:move': help(moveSnapshot),
  'snapshot:remove': help(removeSnapshot),
  'score:record': server((state, { score }) => recordScore(state, score)),
  'ensemble:record': server((state, command, { now }) => recordEnsemble(state, command, now)),
  'audit:record': server((state, command, { now }) => recordAudit(state, command, now)),
  'merge:record': server((state, command, { now }) => recordMerge(state, command, now)),
  'fool:record': server((state, command, { now }) => recordFooled(state, command, now)),
  'leak:single': server(recordSingle),
  'leak:join': server(joinSum),
  'leak:count': server(countParts),
  'leak:reveal': server((state, command, { now }) => revealSum(state, command, now)),
  'leak:record': server(recordSum),
  'leak:fail': server((state, command, { now }) => failSum(state, command, now)),
  'rounds:arrive': server(countArrived),
  'rounds:alone': server((state, command, { now }) => recordAlone(state, command, now)),
  'rounds:record': server((state, command, { now }) => recordRound(state, command, now)),
  'relay:seat': server((state, command, { now }) => takeSeat(state, command, now)),
  'relay:record': server((state, command) => recordRelay(state, command)),
  'challenge:record': server((state, { checked }, { now }) => recordResult(state, checked, now)),
};
