import type { Actor, ClassCommand, DecisionContext } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import { type ClassState, createClass, type VerifiedScore } from '@/classroom/state';
import type { Experiment } from '@/protocol/experiment';

export const NOW = 1_800_000_000_000;
export const TEACHER: Actor = { kind: 'teacher', teacherId: 'teacher' };
export const SERVER: Actor = { kind: 'server' };
export const context = (given: Partial<DecisionContext> = {}): DecisionContext => ({
  now: NOW,
  isNicknameFit: (name) => !name.toLowerCase().includes('rude'),
  ...given,
});

const EXPERIMENT: Experiment = {
  dataset: 'digits',
  examples: 1000,
  network: { kind: 'dense', hidden: [8], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 10,
  epochs: 1,
  l2: 0,
  seed: 1,
};

export const idOf = (index: number) => index.toString(16).padStart(32, '0');

export function aClass(given: Partial<ClassState> = {}): ClassState {
  const made = {
    id: 'c1',
    code: 'ABCDEF',
    teacherId: 'teacher',
    lessonId: 'handwritten-digits',
    maxStudents: 40,
  };
  return { ...createClass(made, NOW), ...given };
}

/** Decides, and fails the test on a refusal. */
export function decided(
  state: ClassState,
  command: ClassCommand,
  actor: Actor,
  given = context(),
): ClassState {
  const decision = decide(state, command, actor, given);
  if (!decision.ok) throw new Error(`refused: ${decision.code}`);
  return decision.state;
}

export const asStudent = (index: number): Actor => ({ kind: 'student', studentId: idOf(index) });

export function join(index: number, nickname = `Student ${index}`): ClassCommand {
  return { type: 'student:join', studentId: idOf(index), secretHash: `hash-${index}`, nickname };
}

export function withStudents(state: ClassState, ...nicknames: string[]): ClassState {
  return nicknames.reduce(
    (so, nickname, index) => decided(so, join(index + 1, nickname), { kind: 'newcomer' }),
    state,
  );
}

export function aScore(
  student: number,
  publicAccuracy: number,
  given: Partial<VerifiedScore> = {},
): VerifiedScore {
  return {
    id: `score-${student}-${publicAccuracy}-${given.submittedAt ?? 0}`,
    studentId: idOf(student),
    runId: `run-${student}`,
    experiment: EXPERIMENT,
    publicAccuracy,
    privateAccuracy: publicAccuracy,
    submittedAt: NOW,
    ...given,
  };
}
