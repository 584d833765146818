import { z } from 'zod';
import { DATASET_IDS } from './datasets';
import { BACKENDS, experimentSchema } from './experiment';
import { LIMITS } from './limits';
import { measurementFields } from './measurement';
import { idSchema, pointSchema, RUN_STATES, runReportSchema } from './run';
import { MARK_COLOURS, MARK_GLYPHS, MEMBERSHIPS, PHASES } from './views';

/**
 * A whole class as one file: a JSON array with a record a line, so that it can be written and read without ever being held whole. Each record
 * bears the SHA-256 of its data as it is written; the last one says how many there are and what all their hashes hash to, the class's digest.
 */
export const CLASS_FILE_FORMAT = 'perceptroom-class';
export const CLASS_FILE_VERSION = 1;

/** Points in one record: a line stays short enough to be read at once. */
export const POINTS_PER_RECORD = 500;

const time = z.int().min(0);
const text = z.string().max(1_000);
const share = z.number().min(0).max(1);

/** What stands under `data`, by the record's kind. Times in milliseconds since 1970, by the server's clock. */
export const CLASS_FILE_RECORDS = {
  class: z.strictObject({
    format: z.literal(CLASS_FILE_FORMAT),
    version: z.literal(CLASS_FILE_VERSION),
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
    points: z.int().min(0),
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
    parts: z.int().min(1),
    value: share,
    shown: z.strictObject({
      kind: z.enum(['share', 'count', 'steps']),
      amount: z.number(),
      of: z.number().nullable(),
    }),
    reached: z.boolean(),
    at: time,
    tries: z.int().min(0),
  }),
  guess: z.strictObject({
    studentId: idSchema,
    stepId: text,
    choice: z.int().min(0),
    committedAt: time,
    outcome: z.int().min(0).nullable(),
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
    label: z.int().min(0),
    ordinal: z.int().min(0),
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

export type ClassFileKind = keyof typeof CLASS_FILE_RECORDS;
export type ClassFileData<Kind extends ClassFileKind> = z.infer<(typeof CLASS_FILE_RECORDS)[Kind]>;
const CLASS_FILE_KINDS = Object.keys(CLASS_FILE_RECORDS) as ClassFileKind[];

/** The JSON Schema of the file, as it is published (public/schemas/class-file-1.json). */
export function classFileJsonSchema(): object {
  const records = CLASS_FILE_KINDS.map((kind) =>
    z.strictObject({
      kind: z.literal(kind),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      data: CLASS_FILE_RECORDS[kind],
    }),
  );
  return {
    title: 'A class of Perceptroom',
    ...z.toJSONSchema(z.array(z.union(records)).min(2), { io: 'input', unrepresentable: 'any' }),
  };
}
