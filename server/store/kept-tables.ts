import { byKey, type KeptKind, type KeptState, type KeptThings, type PartResult } from '@/classroom/kept';
import type { Prisma } from '@/generated/sqlite/client';
import type {
  ChallengeResultModel,
  ClassAnswerModel,
  FooledDrawingModel,
  HelpCallModel,
  MeasurementModel,
  PredictionModel,
} from '@/generated/sqlite/models';

type Transaction = Prisma.TransactionClient;

/** What is asked of the database's table of one kind; Prisma's own types differ from table to table. */
interface RowTable<Row> {
  findMany(given: { where: object; orderBy: object }): PromiseLike<Row[]>;
  updateMany(given: { where: object; data: object }): PromiseLike<{ count: number }>;
  create(given: { data: object }): PromiseLike<unknown>;
}

/** How things of one kind are written and read. Times: BigInt in rows, number in things. */
interface KeptTable<Thing, Row> {
  of(transaction: Transaction): unknown;
  /** The column of time by which the things of a class stand in the order in which they came about. */
  order: keyof Row & string;
  /** Columns that tell the things of a class apart. */
  key(thing: Thing): object;
  columns(thing: Thing): object;
  /** Strings are trusted to be what was written: only this store writes them. */
  thing(row: Row): Thing;
}

const RESULTS: KeptTable<PartResult, ChallengeResultModel> = {
  of: (transaction) => transaction.challengeResult,
  order: 'at',
  key: ({ studentId, part }) => ({ studentId, part }),
  columns: ({ shown, at, ...rest }) => ({
    ...rest,
    shownKind: shown.kind,
    shownAmount: shown.amount,
    shownOf: shown.of,
    at: BigInt(at),
  }),
  thing: (row) => ({
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
  }),
};

const PREDICTIONS: KeptTable<KeptThings['predictions'], PredictionModel> = {
  of: (transaction) => transaction.prediction,
  order: 'committedAt',
  key: ({ studentId, stepId }) => ({ studentId, stepId }),
  columns: ({ committedAt, cameTrueAt, ...rest }) => ({
    ...rest,
    committedAt: BigInt(committedAt),
    cameTrueAt: cameTrueAt === null ? null : BigInt(cameTrueAt),
  }),
  thing: (row) => ({
    studentId: row.studentId,
    stepId: row.stepId,
    choice: row.choice,
    committedAt: Number(row.committedAt),
    outcome: row.outcome,
    cameTrueAt: row.cameTrueAt === null ? null : Number(row.cameTrueAt),
  }),
};

const MEASUREMENTS: KeptTable<KeptThings['measurements'], MeasurementModel> = {
  of: (transaction) => transaction.measurement,
  order: 'measuredAt',
  key: ({ studentId }) => ({ studentId }),
  columns: ({ studentId, software, figures, measuredAt }) => ({
    studentId,
    software,
    figures: JSON.stringify(figures),
    measuredAt: BigInt(measuredAt),
  }),
  thing: ({ studentId, software, figures, measuredAt }) => ({
    studentId,
    software,
    figures: JSON.parse(figures),
    measuredAt: Number(measuredAt),
  }),
};

const time = (at: number | null) => (at === null ? null : BigInt(at));

const HELPS: KeptTable<KeptThings['helps'], HelpCallModel> = {
  of: (transaction) => transaction.helpCall,
  order: 'askedAt',
  key: ({ studentId, number }) => ({ studentId, number }),
  columns: ({ askedAt, pairedAt, endedAt, before, after, ...rest }) => ({
    ...rest,
    askedAt: BigInt(askedAt),
    pairedAt: time(pairedAt),
    endedAt: time(endedAt),
    before: JSON.stringify(before),
    after: after && JSON.stringify(after),
  }),
  thing: ({ studentId, number, kind, askedAt, partnerId, pairedAt, endedAt, before, after }) => ({
    studentId,
    number,
    kind: kind as KeptThings['helps']['kind'],
    askedAt: Number(askedAt),
    partnerId,
    pairedAt: pairedAt === null ? null : Number(pairedAt),
    endedAt: endedAt === null ? null : Number(endedAt),
    before: JSON.parse(before),
    after: after === null ? null : JSON.parse(after),
  }),
};

const ANSWERS: KeptTable<KeptThings['answers'], ClassAnswerModel> = {
  of: (transaction) => transaction.classAnswer,
  order: 'answeredAt',
  key: ({ studentId, question }) => ({ studentId, question }),
  columns: ({ answeredAt, ...rest }) => ({ ...rest, answeredAt: BigInt(answeredAt) }),
  thing: ({ studentId, question, choice, answeredAt }) => ({
    ...{ studentId, question, choice },
    answeredAt: Number(answeredAt),
  }),
};

const FOOLED: KeptTable<KeptThings['fooled'], FooledDrawingModel> = {
  of: (transaction) => transaction.fooledDrawing,
  order: 'triedAt',
  key: ({ studentId, id }) => ({ studentId, id }),
  columns: ({ said, triedAt, ...rest }) => ({
    ...rest,
    said: JSON.stringify(said),
    triedAt: BigInt(triedAt),
  }),
  thing: ({ id, foolId, studentId, label, pixels, answer, right, asked, said, triedAt, removed }) => ({
    ...{ id, foolId, studentId, label, pixels, answer, right, asked, removed },
    said: JSON.parse(said) as number[],
    triedAt: Number(triedAt),
  }),
};

/** Of each kind, put and read over a transaction; the casts are here, and each table above is of one kind. */
function access<Kind extends KeptKind, Row>(kind: Kind, table: KeptTable<KeptThings[Kind], Row>) {
  const rows = (transaction: Transaction) => table.of(transaction) as RowTable<Row>;
  return {
    /** The class's row is locked by now: between looking and inserting nobody else can write. */
    async put(transaction: Transaction, classId: string, things: readonly KeptThings[Kind][]): Promise<void> {
      for (const thing of things) {
        const data = { ...table.columns(thing), classId };
        const { count } = await rows(transaction).updateMany({
          where: { ...table.key(thing), classId },
          data,
        });
        if (count === 0) await rows(transaction).create({ data });
      }
    },
    async read(
      transaction: Transaction,
      classId: string,
    ): Promise<Readonly<Record<string, KeptThings[Kind]>>> {
      const found = await rows(transaction).findMany({
        where: { classId },
        orderBy: { [table.order]: 'asc' },
      });
      return byKey(kind, found.map(table.thing));
    },
  };
}

const TABLES = {
  results: access('results', RESULTS),
  predictions: access('predictions', PREDICTIONS),
  measurements: access('measurements', MEASUREMENTS),
  helps: access('helps', HELPS),
  answers: access('answers', ANSWERS),
  fooled: access('fooled', FOOLED),
} satisfies { readonly [Kind in KeptKind]: unknown };

/** What has changed of the things that a class keeps: new ones, and those that are not what they were. */
export type KeptChange = { readonly [Kind in KeptKind]: readonly KeptThings[Kind][] };

/** Writes what has changed. */
export async function putKept(transaction: Transaction, classId: string, change: KeptChange): Promise<void> {
  await TABLES.results.put(transaction, classId, change.results);
  await TABLES.predictions.put(transaction, classId, change.predictions);
  await TABLES.measurements.put(transaction, classId, change.measurements);
  await TABLES.helps.put(transaction, classId, change.helps);
  await TABLES.answers.put(transaction, classId, change.answers);
  await TABLES.fooled.put(transaction, classId, change.fooled);
}

/** Everything that a class keeps. */
export async function readKept(transaction: Transaction, classId: string): Promise<KeptState> {
  return {
    results: await TABLES.results.read(transaction, classId),
    predictions: await TABLES.predictions.read(transaction, classId),
    measurements: await TABLES.measurements.read(transaction, classId),
    helps: await TABLES.helps.read(transaction, classId),
    answers: await TABLES.answers.read(transaction, classId),
    fooled: await TABLES.fooled.read(transaction, classId),
  };
}
