import { refuse } from '@/protocol/refusals';
import { addBookmark, noteBookmark, removeBookmark } from './bookmarks';
import { recordResult } from './challenge';
import type { Actor, ClassCommand, DecisionContext } from './commands';
import { anonymise, begin, changeDoor, end, pause } from './conduct';
import { addToCountdown, setCountdown, stopCountdown } from './countdown';
import { accept, type Decision } from './decision';
import { ban, forgive, remove } from './dismissal';
import { removeNewcomers } from './forgettable';
import { recordMeasurement } from './measurements';
import { admit, join, leave, rename, returnToClass, takeBack } from './membership';
import { dismissMessage, sendMessage } from './messages';
import { addOwner, isOwner, removeOwner } from './owners';
import { goToStep, moveBy, pace } from './pacing';
import { commitPrediction, notePredictionOutcome } from './predictions';
import { recordScore } from './scoring';
import { showOnScreen } from './screen';
import type { ClassState } from './state';

/** A command's row: decides it where whoever asks may, and refuses it otherwise. */
export type CommandRow<Command> = (
  state: ClassState,
  command: Command,
  actor: Actor,
  context: DecisionContext,
) => Decision;

/** What one kind of asker may have done. */
type Deed<Command> = (state: ClassState, command: Command, context: DecisionContext) => Decision;

/** For the owners of the class. */
const owner =
  <Command>(deed: Deed<Command>): CommandRow<Command> =>
  (state, command, actor, context) =>
    actor.kind === 'teacher' && isOwner(state, actor.teacherId)
      ? deed(state, command, context)
      : refuse('not-allowed');

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

/** For the server and the owners. */
const serverOrOwner =
  <Command>(deed: Deed<Command>): CommandRow<Command> =>
  (state, command, actor, context) =>
    (actor.kind === 'server' ? server(deed) : owner(deed))(state, command, actor, context);

type Of<Type extends ClassCommand['type']> = Extract<ClassCommand, { type: Type }>;

/**
 * Every command in one row: who may ask for it, and what then happens. What crosses the wire has its schema in protocol/commands under
 * the same name.
 */
export const COMMANDS: { readonly [Type in ClassCommand['type']]: CommandRow<Of<Type>> } = {
  'class:begin': owner((state, _command, { now }) => begin(state, now)),
  'class:end': owner((state, _command, { now }) => end(state, now)),
  'class:pause': owner((state, _command, { now }) => pause(state, true, now)),
  'class:resume': owner((state, _command, { now }) => pause(state, false, now)),
  'step:next': owner((state) => moveBy(state, 1)),
  'step:previous': owner((state) => moveBy(state, -1)),
  'step:go': owner((state, { index }) => goToStep(state, index)),
  'class:pace': owner((state, { pacing }) => pace(state, pacing)),
  'countdown:set': owner((state, { seconds }, { now }) => setCountdown(state, seconds, now)),
  'countdown:add': owner((state, { seconds }, { now }) => addToCountdown(state, seconds, now)),
  'countdown:stop': owner((state) => stopCountdown(state)),
  'message:send': owner((state, command, { now }) => sendMessage(state, command, now)),
  'message:dismiss': student((state, studentId, { messageId }, { now }) =>
    dismissMessage(state, studentId, messageId, now),
  ),
  'class:lock': owner((state, { locked }) => changeDoor(state, { locked })),
  'class:require-approval': owner((state, { required }) => changeDoor(state, { approvalRequired: required })),
  'class:anonymise': owner((state, { anonymised }) => anonymise(state, anonymised)),
  'class:show-names-on-screen': owner((state, { shown }) => accept(state, { namesOnScreen: shown })),
  'class:rank': owner((state, { ranking }) => accept(state, { ranking })),
  'screen:show': owner(showOnScreen),
  'newcomers:remove': owner((state, { since }, context) => ({
    ok: true,
    state: removeNewcomers(state, since, context),
  })),
  'student:admit': owner((state, { studentId }) => admit(state, studentId)),
  'student:rename': owner((state, { studentId, nickname }, context) =>
    rename(state, studentId, nickname, context),
  ),
  'student:remove': owner((state, { studentId }) => remove(state, studentId)),
  'student:ban': owner((state, { studentId }) => ban(state, studentId)),
  'student:forgive': owner((state, { studentId }) => forgive(state, studentId)),
  'bookmark:add': owner((state, command, { now }) => addBookmark(state, command, now)),
  'bookmark:note': owner(noteBookmark),
  'bookmark:remove': owner(removeBookmark),
  'owner:add': owner((state, { teacherId }) => addOwner(state, teacherId)),
  'owner:remove': serverOrOwner((state, { teacherId }) => removeOwner(state, teacherId)),
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
  'measurement:report': student((state, studentId, command, { now }) =>
    recordMeasurement(state, studentId, command, now),
  ),
  'score:record': server((state, { score }) => recordScore(state, score)),
  'challenge:record': server((state, { checked }, { now }) => recordResult(state, checked, now)),
};
