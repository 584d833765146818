import {
  type ClassState,
  type CommittedPrediction,
  type PartResult,
  predictionKey,
  resultKey,
  type Student,
  type VerifiedScore,
} from '@/classroom/state';
import type {
  ChallengeResultModel,
  ClassModel,
  ClassOwnerModel,
  MeasurementModel,
  PredictionModel,
  ScoreModel,
  StudentModel,
} from '@/generated/sqlite/models';
import type { Experiment } from '@/protocol/experiment';
import type { ClassFields } from './class-change';
import { measurementsOf } from './measurement-rows';

/** Rows of the database as the class's state has them, and back. Times: BigInt there, number here. */

const toBig = (time: number | null) => (time === null ? null : BigInt(time));
const toNumber = (time: bigint | null) => (time === null ? null : Number(time));

export function classRow(fields: ClassFields) {
  return {
    ...fields,
    openCode: fields.phase === 'ended' ? null : fields.code,
    createdAt: BigInt(fields.createdAt),
    startedAt: toBig(fields.startedAt),
    endedAt: toBig(fields.endedAt),
  };
}

export function studentRow(classId: string, student: Student) {
  const { mark, joinedAt, ...rest } = student;
  return { ...rest, ...mark, classId, joinedAt: BigInt(joinedAt) };
}

export function scoreRow(classId: string, score: VerifiedScore) {
  return {
    ...score,
    classId,
    experiment: JSON.stringify(score.experiment),
    submittedAt: BigInt(score.submittedAt),
  };
}

export function resultRow(classId: string, result: PartResult) {
  const { shown, at, ...rest } = result;
  return {
    ...rest,
    classId,
    shownKind: shown.kind,
    shownAmount: shown.amount,
    shownOf: shown.of,
    at: BigInt(at),
  };
}

export function predictionRow(classId: string, prediction: CommittedPrediction) {
  return {
    ...prediction,
    classId,
    committedAt: BigInt(prediction.committedAt),
    cameTrueAt: toBig(prediction.cameTrueAt),
  };
}

/** All rows of a class, each kind in its order. */
export interface ClassRows {
  row: ClassModel;
  owners: readonly ClassOwnerModel[];
  students: readonly StudentModel[];
  scores: readonly ScoreModel[];
  results: readonly ChallengeResultModel[];
  predictions: readonly PredictionModel[];
  measurements: readonly MeasurementModel[];
}

/** A class as it was saved. Strings are trusted to be what was written: only this store writes them. */
export function classState({
  row,
  owners,
  students,
  scores,
  results,
  predictions,
  measurements,
}: ClassRows): ClassState {
  const { openCode: _openCode, phase, ranking, createdAt, startedAt, endedAt, ...rest } = row;
  return {
    ...rest,
    coOwners: owners.map(({ teacherId }) => teacherId),
    phase: phase as ClassState['phase'],
    ranking: ranking as ClassState['ranking'],
    createdAt: Number(createdAt),
    startedAt: toNumber(startedAt),
    endedAt: toNumber(endedAt),
    students: Object.fromEntries(students.map((student) => [student.id, studentOf(student)])),
    scores: scores.map(scoreOf),
    results: Object.fromEntries(results.map((one) => [resultKey(one.studentId, one.part), resultOf(one)])),
    predictions: Object.fromEntries(
      predictions.map((one) => [predictionKey(one.studentId, one.stepId), predictionOf(one)]),
    ),
    measurements: measurementsOf(measurements),
  };
}

function studentOf(row: StudentModel): Student {
  return {
    id: row.id,
    nickname: row.nickname,
    nicknameKey: row.nicknameKey,
    secretHash: row.secretHash,
    mark: { colour: row.colour, glyph: row.glyph },
    membership: row.membership as Student['membership'],
    joinedAt: Number(row.joinedAt),
  };
}

function scoreOf(row: ScoreModel): VerifiedScore {
  return {
    id: row.id,
    studentId: row.studentId,
    runId: row.runId,
    experiment: JSON.parse(row.experiment) as Experiment,
    publicAccuracy: row.publicAccuracy,
    privateAccuracy: row.privateAccuracy,
    submittedAt: Number(row.submittedAt),
  };
}

function resultOf(row: ChallengeResultModel): PartResult {
  return {
    studentId: row.studentId,
    part: row.part,
    parts: row.parts,
    value: row.value,
    reached: row.reached,
    shown: {
      kind: row.shownKind as PartResult['shown']['kind'],
      amount: row.shownAmount,
      of: row.shownOf,
    },
    at: Number(row.at),
    tries: row.tries,
  };
}

function predictionOf(row: PredictionModel): CommittedPrediction {
  return {
    studentId: row.studentId,
    stepId: row.stepId,
    choice: row.choice,
    committedAt: Number(row.committedAt),
    outcome: row.outcome,
    cameTrueAt: toNumber(row.cameTrueAt),
  };
}
