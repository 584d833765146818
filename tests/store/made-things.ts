import { randomBytes } from 'node:crypto';
import { type ClassState, createClass, type Student, type VerifiedScore } from '@/classroom/state';
import type { Experiment } from '@/protocol/experiment';
import { drawRoomCode } from '@/protocol/room-code';
import type { Batch, Point } from '@/protocol/run';
import type { RunState } from '@/protocol/run-state';
import type { RunToAttach } from '@/server/store/store';

export const newId = () => randomBytes(16).toString('hex');

export const TEACHER = 'teacher-1';
export const OTHER_TEACHER = 'teacher-2';
export const THIRD_TEACHER = 'teacher-3';

export const EXPERIMENT: Experiment = {
  dataset: 'digits',
  examples: 1000,
  network: { kind: 'dense', hidden: [16], activation: 'relu' },
  loss: 'cross-entropy',
  optimizer: 'adam',
  learningRate: 0.01,
  batchSize: 32,
  epochs: 3,
  l2: 0,
  seed: 7,
};

export function aClass(given: Partial<ClassState> = {}): ClassState {
  const code = drawRoomCode((bound) => randomBytes(4).readUInt32LE() % bound);
  const made = createClass(
    { id: newId(), code, teacherId: TEACHER, lessonId: 'digits', maxStudents: 40 },
    1_700_000_000_000,
  );
  return { ...made, ...given };
}

export function aStudent(nickname: string, given: Partial<Student> = {}): Student {
  return {
    id: newId(),
    nickname,
    nicknameKey: nickname.toLowerCase(),
    secretHash: 'ab'.repeat(32),
    mark: { colour: 3, glyph: 11 },
    membership: 'in',
    joinedAt: 1_700_000_000_123,
    sentOutFrom: null,
    sweptSince: null,
    team: null,
    device: null,
    ...given,
  };
}

/** The next state of a class: one version up. */
export function change(state: ClassState, given: Partial<ClassState>): ClassState {
  return { ...state, ...given, version: state.version + 1 };
}

export function withStudents(state: ClassState, ...students: Student[]): ClassState {
  const added = Object.fromEntries(students.map((student) => [student.id, student]));
  return change(state, { students: { ...state.students, ...added } });
}

export function aRun(classId: string, studentId: string, given: Partial<RunToAttach> = {}): RunToAttach {
  return {
    id: newId(),
    classId,
    studentId,
    experiment: EXPERIMENT,
    backend: 'webgl',
    startedAt: 1_699_999_999_999,
    ...given,
  };
}

export function aPoint(step: number): Point {
  return {
    step,
    epoch: step / 32,
    loss: 1 / (step + 1),
    accuracy: 0.5,
    validationLoss: null,
    validationAccuracy: step % 2 === 0 ? 0.25 : null,
    examplesPerSecond: 1234.5,
  };
}

/** A batch of two points whose steps tell its sequence. */
export function aBatch(sequence: number, state: RunState = 'training'): Batch {
  const points = [aPoint(sequence * 2), aPoint(sequence * 2 + 1)];
  return { sequence, points, state, report: null };
}

export function aScore(studentId: string, runId: string, given: Partial<VerifiedScore> = {}): VerifiedScore {
  return {
    id: newId(),
    studentId,
    runId,
    experiment: EXPERIMENT,
    publicAccuracy: 0.9,
    privateAccuracy: 0.8,
    submittedAt: 1_700_000_000_456,
    ...given,
  };
}
