import { z } from 'zod';
import { ACTIVITIES } from './activity';
import { auditSchema } from './audit';
import { worksSchema } from './bench-work';
import { classEventSchema } from './class-event';
import { DATASET_IDS, MOST_LABELS } from './datasets';
import { checkAnswersSchema, DONE_KINDS, doneItemSchema } from './done';
import { ensembleSchema } from './ensemble';
import { experimentSchema, runExperimentSchema } from './experiment';
import { BACKENDS } from './experiment-choices';
import { FINDING_KINDS, findingSchema } from './finding';
import { fooledSchema, foolSchema } from './fool';
import { GOAL_LIMITS } from './goal-limits';
import { HELP_KINDS } from './help';
import { knobSchema } from './knob';
import { leakSchema } from './leak';
import { LIMITS } from './limits';
import { measurementFields } from './measurement-schema';
import { mergeSchema } from './merge';
import { lastBestSchema, raceRulesSchema } from './race-schema';
import { relaySchema } from './relay';
import { REMARK_KINDS } from './remarks';
import { GUESS_PARTS } from './reveal';
import { revealSchema } from './reveal-schema';
import { roundsSchema } from './rounds';
import { idSchema, pointSchema, runOriginSchema, runReportSchema } from './run';
import { RUN_STATES } from './run-state';
import { teamRaceSchema } from './team-race-schema';
import { MARK_COLOURS, MARK_GLYPHS, MEMBERSHIPS, PHASES } from './views';
import { VOTE_PHASES, VOTE_QUESTIONS } from './vote';

/**
 * A whole class as one file: a JSON array with a record a line, so that it can be written and read without ever being held whole. Each record
 * bears the SHA-256 of its data as it is written; the last one says how many there are and what all their hashes hash to, the class's digest.
 * Version 2 says when points came, and holds the class's history, bookmarks, snapshots and calls for help; version 3 besides the teams, with whose weights
 * a run began, its moments, what teachers wrote about it, how far students came with steps, votes and answers; version 4 the runs of the 2-D bench; version 5 the
 * votes of the class's networks, the rules of its race, and how many steps each network's training has had; version 6 what running the race again has said,
 * which networks were trained once more, and the settings of which the class was dealt values.
 * Older versions are still read.
 */
export const CLASS_FILE_FORMAT = 'perceptroom-class';
export const CLASS_FILE_VERSION = 6;

/** Points in one record: a line stays short enough to be read at once. */
export const POINTS_PER_RECORD = 500;

/** Up to the year 2286. */
const time = z.int().min(0).max(9_999_999_999_999);
/** What every database keeps: no NUL, and no half of a character. */
const isWhole = (written: string) => !/[\0\p{Surrogate}]/u.test(written);
const text = z.string().max(1_000).refine(isWhole);
const whole = (most: number) => z.int().min(0).max(most);
const share = z.number().min(0).max(1);
/** Counts beyond it are none. */
const MOST = 1_000_000_000;
const helpStanding = z.strictObject({
  activity: z.enum(ACTIVITIES),
  finding: z.enum(FINDING_KINDS).nullable(),
  result: share.nullable(),
});

/** What stands under `data`, by the record's kind. Times in milliseconds since 1970, by the server's clock. */
const VERSION_1 = {
  class: z.strictObject({
    format: z.literal(CLASS_FILE_FORMAT),
    version: z.literal(1),
    id: idSchema,
    lessonId: text,
    dataset: z.enum(DATASET_IDS).nullable(),
    /** Ids of the steps that were chosen, in their order; null: all of the lesson's. */
    steps: z.array(text).max(LIMITS.stepsPerLesson).nullable(),
    phase: z.enum(PHASES),
    createdAt: time,
    startedAt: time.nullable(),
    endedAt: time.nullable(),
    /** What the teacher named the labels of the class's drawings; null: what every language has words for. */
    drawingLabels: z.array(text).nullable(),
  }),
  student: z.strictObject({
    id: idSchema,
    nickname: text,
    mark: z.strictObject({
      colour: z
        .int()
        .min(0)
        .max(MARK_COLOURS - 1),
      glyph: z
        .int()
        .min(0)
        .max(MARK_GLYPHS - 1),
    }),
    membership: z.enum(MEMBERSHIPS),
    joinedAt: time,
  }),
  run: z.strictObject({
    id: idSchema,
    studentId: idSchema,
    experiment: experimentSchema,
    backend: z.enum(BACKENDS),
    state: z.enum(RUN_STATES),
    createdAt: time,
    updatedAt: time,
    /** How many points follow. */
    points: whole(LIMITS.pointsPerRun),
    report: runReportSchema.nullable(),
  }),
  /** Consecutive points of the run before. */
  points: z.strictObject({ runId: idSchema, points: z.array(pointSchema).min(1).max(POINTS_PER_RECORD) }),
  /** The run's weights as last submitted: float32, little endian, in base64. */
  weights: z.strictObject({ runId: idSchema, float32: z.base64().max(LIMITS.weightsPerNetwork * 6) }),
  submission: z.strictObject({
    id: idSchema,
    studentId: idSchema,
    runId: idSchema,
    experiment: experimentSchema,
    publicAccuracy: share,
    /** Null before the class has ended. */
    privateAccuracy: share.nullable(),
    submittedAt: time,
  }),
  /** A student's best in a part of the challenge. */
  result: z.strictObject({
    studentId: idSchema,
    part: text,
    parts: z.int().min(1).max(1_000),
    value: share,
    shown: z.strictObject({
      kind: z.enum(['share', 'count', 'steps']),
      amount: z.number(),
      of: z.int().min(0).max(MOST).nullable(),
    }),
    reached: z.boolean(),
    at: time,
    tries: whole(MOST),
  }),
  guess: z.strictObject({
    studentId: idSchema,
    stepId: text,
    choice: whole(LIMITS.predictionChoices - 1),
    committedAt: time,
    outcome: whole(LIMITS.predictionChoices - 1).nullable(),
    cameTrueAt: time.nullable(),
  }),
  measurement: z.strictObject({ studentId: idSchema, ...measurementFields, measuredAt: time }),
  /** What the teacher said to students; `to`: when each put it away, null: not yet. */
  message: z.strictObject({
    id: idSchema,
    text,
    sentAt: time,
    to: z.record(idSchema, time.nullable()),
  }),
  drawing: z.strictObject({
    id: idSchema,
    studentId: idSchema.nullable(),
    label: whole(MOST_LABELS - 1),
    ordinal: whole(MOST),
    heldBack: z.boolean(),
    /** 28 × 28 bytes in base64, 0 paper to 255 ink. */
    pixels: z.base64().max(2_000),
    filedAt: time,
  }),
  end: z.strictObject({
    /** Records before this one. */
    records: z.int().min(1),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
} as const satisfies Record<string, z.ZodType>;

const VERSION_2 = {
  ...VERSION_1,
  class: VERSION_1.class.extend({ version: z.literal(2) }),
  /** Those that came at one time: `at`, by the server's clock. */
  points: VERSION_1.points.extend({ at: time }),
  /** Something that happened in the class. */
  event: classEventSchema,
  /** Left out without names, as snapshots are: what is written there may name somebody. */
  bookmark: z.strictObject({
    id: idSchema,
    at: time,
    stepId: text.nullable(),
    note: z.string().max(LIMITS.bookmarkNoteUnits).refine(isWhole),
  }),
  /** What stood on a student's bench, as the bench keeps it. */
  snapshot: z.strictObject({
    id: idSchema,
    studentId: idSchema,
    stepId: text,
    takenAt: time,
    caption: z.string().max(LIMITS.snapshotCaptionUnits).refine(isWhole),
    named: z.boolean(),
    works: worksSchema.refine((works) => works.every(({ text: work }) => isWhole(work))),
  }),
  help: z.strictObject({
    studentId: idSchema,
    number: z.int().min(1).max(LIMITS.helpCallsPerStudent),
    kind: z.enum(HELP_KINDS),
    askedAt: time,
    partnerId: idSchema.nullable(),
    pairedAt: time.nullable(),
    endedAt: time.nullable(),
    before: helpStanding,
    after: helpStanding.nullable(),
  }),
} as const satisfies Record<string, z.ZodType>;

const VERSION_3 = {
  ...VERSION_2,
  /** `quiz`: two questions were asked before the lesson and two after it. */
  class: VERSION_2.class.extend({ version: z.literal(3), quiz: z.boolean() }),
  /** `team`: what the teacher named it; null: in none, or left out without names. */
  student: VERSION_2.student.extend({
    team: z.string().max(LIMITS.teamNameUnits).refine(isWhole).nullable(),
  }),
  /** `continues`: the moment of another run, of this class or another, with whose weights it began; null: those of its seed. */
  run: VERSION_2.run.extend({ continues: runOriginSchema.nullable() }),
  /** A moment of the run before, with its weights: float32, little endian, in base64. */
  checkpoint: z.strictObject({
    runId: idSchema,
    step: z.int().min(1).max(LIMITS.stepsPerRun),
    savedAt: time,
    validationLoss: pointSchema.shape.validationLoss,
    validationAccuracy: pointSchema.shape.validationAccuracy,
    findings: z.array(findingSchema).max(LIMITS.findingsPerReport),
    float32: VERSION_2.weights.shape.float32,
  }),
  /** What a teacher wrote about a run. Left out without names. */
  remark: z.strictObject({
    runId: idSchema,
    kind: z.enum(REMARK_KINDS),
    text: z.string().min(1).max(LIMITS.remarkUnits).refine(isWhole),
    writtenAt: time,
  }),
  /** How far a student came with a step, `time` milliseconds at it. */
  step: z.strictObject({
    studentId: idSchema,
    stepId: text,
    firstAt: time,
    lastAt: time,
    time,
    items: z.array(doneItemSchema).max(DONE_KINDS.length),
    doneAt: time.nullable(),
    /** Hints that were read; left out: none was, or nobody counted them yet. */
    hints: z
      .int()
      .min(0)
      .max(GOAL_LIMITS.perStep * GOAL_LIMITS.hints)
      .optional(),
    answers: checkAnswersSchema.nullable(),
    findings: z.array(z.enum(FINDING_KINDS)).max(FINDING_KINDS.length),
  }),
  /** A question that was put to everybody, and when each of its phases began. */
  vote: z.strictObject({
    id: idSchema,
    stepId: text,
    question: z.enum(VOTE_QUESTIONS),
    phase: z.enum(VOTE_PHASES),
    openedAt: time,
    secondAt: time.nullable(),
    shownAt: time.nullable(),
    closedAt: time.nullable(),
  }),
  /** What a student has answered to something that the class was asked: a round of a vote, a question before or after the lesson. */
  answer: z.strictObject({
    studentId: idSchema,
    question: text,
    choice: whole(LIMITS.predictionChoices - 1),
    answeredAt: time,
  }),
} as const satisfies Record<string, z.ZodType>;

const VERSION_4 = {
  ...VERSION_3,
  class: VERSION_3.class.extend({ version: z.literal(4) }),
  /** Of pictures or of points. */
  run: VERSION_3.run.extend({ experiment: runExperimentSchema }),
  /** With the public share that the board told of it, where that is known. */
  submission: VERSION_3.submission.extend({ shownAccuracy: share.optional() }),
} as const satisfies Record<string, z.ZodType>;

const VERSION_5 = {
  ...VERSION_4,
  /** With the rules of its race and, where there was one, the first of an earlier sitting's; left out: the usual rules. */
  class: VERSION_4.class.extend({
    version: z.literal(5),
    race: raceRulesSchema.optional(),
    lastBest: lastBestSchema.optional(),
  }),
  /** With the optimiser steps that the training has had, where that is known. */
  submission: VERSION_4.submission.extend({ updates: whole(LIMITS.stepsPerRun).optional() }),
  /** The networks that were handed in voted; what the class guessed of it stands among the answers. */
  ensemble: ensembleSchema,
} as const satisfies Record<string, z.ZodType>;

const place = z.int().min(1).max(LIMITS.identitiesPerClass);
const places = { first: place, last: place };

/** What stands under `data`, by the record's kind, as it is written now. */
export const CLASS_FILE_RECORDS = {
  ...VERSION_5,
  class: VERSION_5.class.extend({ version: z.literal(CLASS_FILE_VERSION) }),
  /** Whether training the run again came to the same weights; left out: nobody asked. */
  submission: VERSION_5.submission.extend({ reproduced: z.boolean().optional() }),
  /** Students were dealt values of one setting. */
  knob: knobSchema,
  /** Networks that students trained for it were averaged; what the class guessed of it stands among the answers. */
  merge: mergeSchema,
  /** The class tried to fool the network that led; each drawing that networks read for it; what people read in it stands among the answers. */
  fool: foolSchema,
  fooled: fooledSchema,
  /** What people read in a drawing may be any label, or none; what was guessed of the own result is a share in parts. */
  answer: VERSION_5.answer.extend({ choice: whole(Math.max(MOST_LABELS, GUESS_PARTS)) }),
  /** Students were dealt data of which they did not know what was done to them; what they guessed stands among the answers. */
  audit: auditSchema,
  /** What gradients told; of pictures those alone that might be shown. */
  leak: leakSchema,
  /** Devices learned together in rounds; what the class guessed of it stands among the answers. */
  rounds: roundsSchema,
  /** How far its race has been revealed, and the race as it stood then. */
  reveal: revealSchema,
  /** Its race by teams, as the end found it; without names its teams have numbers. */
  teams: teamRaceSchema,
  /** Students were the units of networks; what the class guessed of it stands among the answers. */
  relay: relaySchema,
  /** The race of the final board, run again: nobody can do that from the file, which does not say which hidden pictures were right. */
  rerun: z.strictObject({
    races: z.int().min(1).max(1_000_000),
    /** When everybody was shown how often each won; null: they were not. */
    shownAt: time.nullable(),
    /** In the order of the board: the places that the pictures leave open, of all races how many it won, and the place that it shares. */
    rows: z
      .array(
        z.strictObject({
          submissionId: idSchema,
          ...places,
          wins: whole(1_000_000),
          shared: z.strictObject(places).nullable(),
        }),
      )
      .min(1)
      .max(LIMITS.identitiesPerClass),
  }),
} as const satisfies Record<string, z.ZodType>;

export type ClassFileKind = keyof typeof CLASS_FILE_RECORDS;
export type ClassFileData<Kind extends ClassFileKind> = z.infer<(typeof CLASS_FILE_RECORDS)[Kind]>;
/** In the order in which they stand in the file; a run's points, weights and moments follow it. */
export const CLASS_FILE_KINDS = [
  ...([
    'class',
    'student',
    'run',
    'points',
    'weights',
    'checkpoint',
    'submission',
    'rerun',
    'reveal',
    'teams',
    'remark',
    'result',
    'guess',
    'measurement',
    'step',
  ] as const),
  ...([
    'message',
    'drawing',
    'bookmark',
    'snapshot',
    'help',
    'vote',
    'ensemble',
    'knob',
    'merge',
    'fool',
    'fooled',
    'audit',
    'rounds',
    'leak',
    'relay',
    'answer',
    'event',
    'end',
  ] as const),
] satisfies ClassFileKind[];

export const CLASS_FILE_VERSIONS = [1, 2, 3, 4, 5, CLASS_FILE_VERSION] as const;
export type ClassFileVersion = (typeof CLASS_FILE_VERSIONS)[number];

/** Records by version: what may stand in a file that says this version of itself. */
export const RECORDS_OF_VERSION: Readonly<
  Record<ClassFileVersion, Partial<Record<ClassFileKind, z.ZodType>>>
> = { 1: VERSION_1, 2: VERSION_2, 3: VERSION_3, 4: VERSION_4, 5: VERSION_5, 6: CLASS_FILE_RECORDS };

/** The JSON Schema of the file, as it is published (public/schemas/class-file-6.json, and those of the versions before). */
export function classFileJsonSchema(version: ClassFileVersion): object {
  const records = Object.entries(RECORDS_OF_VERSION[version]).map(([kind, data]) =>
    z.strictObject({
      kind: z.literal(kind),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      data,
    }),
  );
  return {
    title: 'A class of Perceptroom',
    ...z.toJSONSchema(z.array(z.union(records)).min(2), { io: 'input', unrepresentable: 'any' }),
  };
}
