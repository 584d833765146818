import type { KeptState } from '@/classroom/kept';
import type { ClassMessage, ClassState, Student, VerifiedScore } from '@/classroom/state';
import type {
  AssistantModel,
  BookmarkModel,
  ClassModel,
  ClassOwnerModel,
  ScoreModel,
  SetUpModel,
  SnapshotModel,
  StudentModel,
} from '@/generated/sqlite/models';
import type { Experiment } from '@/protocol/experiment';
import { USUAL_RACE } from '@/protocol/race';
import { assistantOf } from './assistant-rows';
import { bookmarkOf } from './bookmark-rows';
import type { ClassFields } from './class-change';
import { conductColumns, conductOf } from './conduct-columns';
import { toBigInt, toNumber } from './moments';
import { setUpOf } from './set-up-rows';
import { snapshotOf } from './snapshot-rows';

/** Rows of the database as the class's state has them, and back. Times: BigInt there, number here. */

export function classRow(fields: ClassFields) {
  const {
    steps,
    pacing,
    countdown,
    votes,
    ensembles,
    knobs,
    merges,
    fools,
    audits,
    rounds,
    leaks,
    relays,
    race,
    lastBest,
    rerun,
    rerunShownAt,
    reveal,
    teamRace,
    ...rest
  } = fields;
  return {
    ...rest,
    ...conductColumns({
      steps,
      pacing,
      countdown,
      votes,
      ensembles,
      knobs,
      merges,
      fools,
      audits,
      rounds,
      leaks,
      relays,
    }),
    race: JSON.stringify(race),
    lastBest: lastBest && JSON.stringify(lastBest),
    rerun: rerun && JSON.stringify(rerun),
    rerunShownAt: toBigInt(rerunShownAt),
    reveal: reveal && JSON.stringify(reveal),
    teamRace: teamRace && JSON.stringify(teamRace),
    openCode: fields.phase === 'ended' ? null : fields.code,
    createdAt: BigInt(fields.createdAt),
    startedAt: toBigInt(fields.startedAt),
    endedAt: toBigInt(fields.endedAt),
  };
}

export function studentRow(classId: string, student: Student) {
  const { mark, joinedAt, sweptSince, ...rest } = student;
  return { ...rest, ...mark, classId, joinedAt: BigInt(joinedAt), sweptSince: toBigInt(sweptSince) };
}

export function scoreRow(classId: string, score: VerifiedScore) {
  return {
    ...score,
    classId,
    experiment: JSON.stringify(score.experiment),
    submittedAt: BigInt(score.submittedAt),
  };
}

/** All rows of a class, each kind in its order. */
export interface ClassRows {
  row: ClassModel;
  owners: readonly ClassOwnerModel[];
  students: readonly StudentModel[];
  scores: readonly ScoreModel[];
  messages: readonly ClassMessage[];
  bookmarks: readonly BookmarkModel[];
  setUps: readonly SetUpModel[];
  snapshots: readonly SnapshotModel[];
  assistants: readonly AssistantModel[];
  kept: KeptState;
}

/** A class as it was saved. Strings are trusted to be what was written: only this store writes them. */
export function classState({
  row,
  owners,
  students,
  scores,
  messages,
  bookmarks,
  setUps,
  snapshots,
  assistants,
  kept,
}: ClassRows): ClassState {
  const {
    openCode: _openCode,
    openFirst: _openFirst,
    openLast: _openLast,
    countdownEndsAt: _countdownEndsAt,
    countdownLeft: _countdownLeft,
    keepDays: _keepDays,
    announcedAt: _announcedAt,
    dataset,
    phase,
    ranking,
    screenView,
    race,
    lastBest,
    rerun,
    rerunShownAt,
    reveal,
    teamRace,
    createdAt,
    startedAt,
    endedAt,
    ...rest
  } = row;
  return {
    ...rest,
    ...conductOf(row),
    coOwners: owners.map(({ teacherId }) => teacherId),
    dataset: dataset as ClassState['dataset'],
    phase: phase as ClassState['phase'],
    ranking: ranking as ClassState['ranking'],
    screenView: screenView as ClassState['screenView'],
    race: race === null ? USUAL_RACE : (JSON.parse(race) as ClassState['race']),
    lastBest: lastBest === null ? null : (JSON.parse(lastBest) as ClassState['lastBest']),
    rerun: rerun === null ? null : (JSON.parse(rerun) as ClassState['rerun']),
    rerunShownAt: toNumber(rerunShownAt),
    reveal: reveal === null ? null : (JSON.parse(reveal) as ClassState['reveal']),
    teamRace: teamRace === null ? null : (JSON.parse(teamRace) as ClassState['teamRace']),
    createdAt: Number(createdAt),
    startedAt: toNumber(startedAt),
    endedAt: toNumber(endedAt),
    students: Object.fromEntries(students.map((student) => [student.id, studentOf(student)])),
    scores: scores.map(scoreOf),
    messages,
    bookmarks: bookmarks.map(bookmarkOf),
    setUps: setUps.map(setUpOf),
    snapshots: snapshots.map(snapshotOf),
    assistants: assistants.map(assistantOf),
    ...kept,
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
    sentOutFrom: row.sentOutFrom as Student['sentOutFrom'],
    sweptSince: toNumber(row.sweptSince),
    team: row.team,
    device: row.device,
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
    ...(row.shownAccuracy !== null && { shownAccuracy: row.shownAccuracy }),
    ...(row.right !== null && { right: row.right }),
    ...(row.reproduced !== null && { reproduced: row.reproduced }),
    ...(row.updates !== null && { updates: row.updates }),
  };
}
