import { z } from 'zod';
import { RANKINGS } from './commands';
import { COUNTDOWN_SECONDS } from './countdown';
import { LIMITS } from './limits';
import { pacingSchema, stepIndexSchema } from './pacing';
import { raceRulesSchema } from './race-schema';
import { idSchema } from './run';
import { SCREEN_VIEW_IDS } from './screen';
import { MEMBERSHIPS } from './views';
import { VOTE_PHASES } from './vote';

/** What each kind of event in a class's history tells besides its moment and its student. Nothing that names anybody. */
const FIELDS = {
  begun: {},
  ended: {},
  /** The class is at this step from now on. */
  step: { index: stepIndexSchema },
  pacing: { pacing: pacingSchema },
  paused: {},
  resumed: {},
  /** Milliseconds that the countdown has left; null: there is none any more. It stands while the class is paused. */
  countdown: {
    left: z
      .int()
      .min(0)
      .max(COUNTDOWN_SECONDS.most * 1_000)
      .nullable(),
  },
  /** What the projector shows; the student: whose bench it is. */
  screen: { view: z.enum(SCREEN_VIEW_IDS), argument: z.string().max(64).nullable() },
  /** How the board is shown, and whether names are. */
  names: { ranking: z.enum(RANKINGS), anonymised: z.boolean(), onScreen: z.boolean() },
  door: { locked: z.boolean(), approvalRequired: z.boolean() },
  /** The rules of the race from now on; of a class that has none of these they never changed. */
  race: { rules: raceRulesSchema },
  /** A vote is in this phase from now on, or over. */
  vote: { voteId: idSchema, phase: z.enum([...VOTE_PHASES, 'closed']) },
  /** A set-up was put on benches; `to`: of how many students, null: of everybody. */
  'set-up': { to: z.int().min(1).max(LIMITS.identitiesPerClass).nullable() },
  /** What stood on the student's bench was kept. */
  snapshot: { snapshotId: idSchema },
  /** What the student is in the class from now on. */
  membership: { membership: z.enum(MEMBERSHIPS) },
  /** The student is at another step than the class; null: where the class is again. */
  went: { index: stepIndexSchema.nullable() },
  /** The student has no connection any more, or has one again. */
  away: {},
  back: {},
  /** Drawings in the class's pool. */
  pool: { count: z.int().min(0).max(1_000_000) },
} as const;

const CLASS_EVENT_KINDS = Object.keys(FIELDS) as ClassEventKind[];
export type ClassEventKind = keyof typeof FIELDS;

/** What no command brings about: the server has seen it. */
export const OBSERVED_EVENTS: ReadonlySet<ClassEventKind> = new Set(['went', 'away', 'back', 'pool']);

type EventOf<Kind extends ClassEventKind> = Kind extends ClassEventKind
  ? {
      kind: Kind;
      /** Server's clock, milliseconds since 1970. */
      at: number;
      /** The class's version with which it came about. */
      version: number;
      /** Whom it is about; null: nobody alone. */
      studentId: string | null;
    } & { [Field in keyof (typeof FIELDS)[Kind]]: z.infer<(typeof FIELDS)[Kind][Field]> }
  : never;

/** Something that happened in a class and is kept nowhere else (classroom/history). */
export type ClassEvent = EventOf<ClassEventKind>;

/** An event as it is read from outside. */
export const classEventSchema = z.discriminatedUnion(
  'kind',
  CLASS_EVENT_KINDS.map((kind) =>
    z.strictObject({
      kind: z.literal(kind),
      at: z.int().min(0).max(9_999_999_999_999),
      version: z
        .int()
        .min(0)
        .max(2 ** 31 - 1),
      studentId: idSchema.nullable(),
      ...FIELDS[kind],
    }),
  ) as unknown as [z.ZodObject<{ kind: z.ZodLiteral<ClassEventKind> }, z.core.$strict>],
) as unknown as z.ZodType<ClassEvent>;
