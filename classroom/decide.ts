import { findLesson } from '@/lessons/registry';
import type { TeacherCommand } from '@/protocol/commands';
import { type Refusal, refuse } from '@/protocol/refusals';
import { recordResult } from './challenge';
import type { Actor, ClassCommand, DecisionContext } from './commands';
import { removeNewcomers } from './forgettable';
import { recordMeasurement } from './measurements';
import { admit, ban, join, leave, remove, rename, returnToClass, takeBack } from './membership';
import { addOwner, isOwner, removeOwner } from './owners';
import { commitPrediction, notePredictionOutcome } from './predictions';
import { recordScore } from './scoring';
import type { ClassState } from './state';

export type Decision = { ok: true; state: ClassState } | Refusal;

/**
 * The one place in which a class changes. Pure and synchronous: the same arguments give the same answer.
 * A command that changes nothing returns the very state it was given, and there is nothing to save.
 */
export function decide(
  state: ClassState,
  command: ClassCommand,
  actor: Actor,
  context: DecisionContext,
): Decision {
  if (!mayAsk(state, command, actor)) return refuse('not-allowed');
  const decision = apply(state, command, actor, context);
  if (!decision.ok || decision.state === state) return decision;
  return { ok: true, state: { ...decision.state, version: state.version + 1 } };
}

/** Who may say what: the owners of this class, a student for itself, the server. */
function mayAsk(state: ClassState, command: ClassCommand, actor: Actor): boolean {
  switch (command.type) {
    case 'student:join':
      return actor.kind === 'newcomer';
    case 'student:leave':
    case 'student:return':
    case 'prediction:commit':
    case 'prediction:outcome':
    case 'measurement:report':
      return actor.kind === 'student';
    case 'student:take-back':
    case 'score:record':
    case 'challenge:record':
      return actor.kind === 'server';
    case 'owner:remove':
      return actor.kind === 'server' || (actor.kind === 'teacher' && isOwner(state, actor.teacherId));
    default:
      return actor.kind === 'teacher' && isOwner(state, actor.teacherId);
  }
}

function apply(state: ClassState, command: ClassCommand, actor: Actor, context: DecisionContext): Decision {
  switch (command.type) {
    case 'student:join':
      return join(state, command, context);
    case 'student:leave':
      return actor.kind === 'student' ? leave(state, actor.studentId) : refuse('not-allowed');
    case 'student:return':
      return actor.kind === 'student' ? returnToClass(state, actor.studentId) : refuse('not-allowed');
    case 'student:take-back':
      return takeBack(state, command.studentId, command.secretHash);
    case 'score:record':
      return recordScore(state, command.score);
    case 'challenge:record':
      return recordResult(state, command.checked, context.now);
    case 'prediction:commit':
      return actor.kind === 'student'
        ? commitPrediction(state, actor.studentId, command, context.now)
        : refuse('not-allowed');
    case 'prediction:outcome':
      return actor.kind === 'student'
        ? notePredictionOutcome(state, actor.studentId, command, context.now)
        : refuse('not-allowed');
    case 'measurement:report':
      return actor.kind === 'student'
        ? recordMeasurement(state, actor.studentId, command, context.now)
        : refuse('not-allowed');
    case 'owner:add':
      return addOwner(state, command.teacherId);
    case 'owner:remove':
      return removeOwner(state, command.teacherId);
    case 'student:admit':
      return admit(state, command.studentId);
    case 'student:rename':
      return rename(state, command.studentId, command.nickname, context);
    case 'student:remove':
      return remove(state, command.studentId);
    case 'student:ban':
      return ban(state, command.studentId);
    case 'newcomers:remove':
      return { ok: true, state: removeNewcomers(state, command.since, context) };
    default:
      return conduct(state, command, context.now);
  }
}

type ConductCommand = Exclude<TeacherCommand, { studentId: string } | { type: 'newcomers:remove' }>;

/** What a teacher does with the class as a whole. */
function conduct(state: ClassState, command: ConductCommand, now: number): Decision {
  switch (command.type) {
    case 'class:begin':
      if (state.phase !== 'lobby') return refuse('wrong-phase');
      return accept(state, { phase: 'live', startedAt: now });
    case 'class:end':
      if (state.phase === 'ended') return refuse('wrong-phase');
      return accept(state, { phase: 'ended', endedAt: now, paused: false });
    case 'class:pause':
      return state.phase === 'live' ? accept(state, { paused: true }) : refuse('wrong-phase');
    case 'class:resume':
      return state.phase === 'live' ? accept(state, { paused: false }) : refuse('wrong-phase');
    case 'step:next':
      return moveTo(state, state.stepIndex + 1);
    case 'step:previous':
      return moveTo(state, state.stepIndex - 1);
    case 'class:lock':
      return state.phase === 'ended' ? refuse('wrong-phase') : accept(state, { locked: command.locked });
    case 'class:require-approval':
      return state.phase === 'ended'
        ? refuse('wrong-phase')
        : accept(state, { approvalRequired: command.required });
    case 'class:anonymise':
      return accept(state, { anonymised: command.anonymised });
    case 'class:show-names-on-screen':
      return accept(state, { namesOnScreen: command.shown });
    case 'class:rank':
      return accept(state, { ranking: command.ranking });
  }
}

function moveTo(state: ClassState, stepIndex: number): Decision {
  if (state.phase !== 'live') return refuse('wrong-phase');
  const steps = findLesson(state.lessonId)?.steps.length ?? 0;
  return stepIndex >= 0 && stepIndex < steps ? accept(state, { stepIndex }) : refuse('no-such-step');
}

/** The state with these fields, or the same state where they are what they were. */
function accept(state: ClassState, changes: Partial<ClassState>): Decision {
  const changed = Object.entries(changes).some(([key, value]) => state[key as keyof ClassState] !== value);
  return { ok: true, state: changed ? { ...state, ...changes } : state };
}
