import { z } from 'zod';
import { AUDIT_SHARES } from './audit-figures';
import { AUDIT_DATA, AUDIT_KINDS, AUDIT_STAGES } from './audit-settings';
import { DATASET_IDS, PAPER } from './datasets';
import { LIMITS } from './limits';
import { idSchema } from './run';

/**
 * What did it really learn? Students are dealt data of which they do not know what was done to them: nothing, a mark that names the label, labels by lot. They train, guess what their
 * network will be right on and what its data were, look for the mark, and hand in; the server asks the networks about hidden pictures as they are and changed.
 */

const audit = { auditId: idSchema };
export const auditFields = audit;
/** The id is made by whoever asks, so that asking again is the same. */
export const auditAskFields = { ...audit, kind: z.enum(AUDIT_KINDS) };
/** What the own network will be right on, and what its data were: choices of `AUDIT_SHARES` and `AUDIT_DATA`. */
export const AUDIT_QUESTIONS = ['share', 'data'] as const;
export type AuditQuestion = (typeof AUDIT_QUESTIONS)[number];
export const AUDIT_CHOICES: Readonly<Record<AuditQuestion, number>> = {
  share: AUDIT_SHARES.length,
  data: AUDIT_DATA.length,
};
export const auditGuessFields = {
  ...audit,
  question: z.enum(AUDIT_QUESTIONS),
  choice: z
    .int()
    .min(0)
    .max(AUDIT_SHARES.length - 1),
};
const pixel = z
  .int()
  .min(0)
  .max(PAPER.pixels - 1);
/** Where the student thinks that a mark stands. */
export const auditTapFields = { ...audit, pixel };
/** To where, so that two who press at once go one step. */
export const auditGoFields = { ...audit, stage: z.enum(AUDIT_STAGES) };
/** `audit:run`: asks the networks that have been handed in. */
export const auditRunSchema = z.strictObject(audit);
export type AuditRun = z.infer<typeof auditRunSchema>;

const share = z.number().min(0).max(1);
const counted = z.int().min(0).max(LIMITS.identitiesPerClass);
/** A byte a pixel, as text: how far training has moved what leads from it, 255 the farthest. */
const pixels = z.string().max(Math.ceil(PAPER.pixels / 3) * 4);

const networkSchema = z.strictObject({
  submissionId: idSchema,
  /** Shares of right answers (audit-figures). */
  training: share,
  validation: share,
  hidden: share,
  wrong: share,
  marked: share,
  moved: share,
  inverted: share,
  /** Of pictures with the mark of another label: the share that is answered by what the mark says. */
  follows: share,
});
export type AuditedNetwork = z.infer<typeof networkSchema>;

/** What came of it. */
const auditFoundSchema = z.strictObject({
  /** Hidden pictures that they were asked about: the public half. */
  pictures: z.int().min(1).max(1_000_000),
  /** Students whose network could not take part: its weights were no more there, or there were too many. */
  lost: counted,
  networks: z.record(idSchema, networkSchema),
  /** One network of each kind of data, and whose it is, which nobody is told: what its training has moved. */
  shown: z
    .array(z.strictObject({ studentId: idSchema, data: z.enum(AUDIT_DATA), pixels }))
    .max(AUDIT_DATA.length),
});
export type AuditFound = z.infer<typeof auditFoundSchema>;

const time = z.int().min(0).max(9_999_999_999_999);
const dealtSchema = z.strictObject({ data: z.enum(AUDIT_DATA), seed: z.int().min(0).max(0xffff_ffff) });
export type AuditDealt = z.infer<typeof dealtSchema>;

/** As it is kept; guesses stand among the answers. Times in milliseconds since 1970, server's clock. */
export const auditSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(AUDIT_KINDS),
  dataset: z.enum(DATASET_IDS),
  openedAt: time,
  /** By student: what was done to its data, and by which seed. */
  dealt: z.record(idSchema, dealtSchema),
  /** By student: where it thinks that a mark stands. */
  taps: z.record(idSchema, pixel),
  stage: z.enum(AUDIT_STAGES),
  /** When the networks were asked, and what came of it; null: they were not. */
  auditedAt: time.nullable(),
  found: auditFoundSchema.nullable(),
  /** Null: it is on. */
  closedAt: time.nullable(),
});
export type Audit = z.infer<typeof auditSchema>;
