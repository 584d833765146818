import { z } from 'zod';
import type { Work } from './bench-work';
import { LIMITS } from './limits';
import { idSchema } from './run';

/** Snapshots of students' benches, which a teacher takes over a shoulder, shows on the projector and keeps with the class. */

const captionField = z.string().max(LIMITS.snapshotCaptionUnits);
const snapshot = { snapshotId: idSchema };

/** Takes what is seen over a student's shoulder now. The id is the teacher's, so that asking again is the same snapshot. */
export const snapshotTakeSchema = z.strictObject({ ...snapshot, studentId: idSchema });
export type SnapshotTake = z.infer<typeof snapshotTakeSchema>;

export const snapshotReadSchema = z.strictObject(snapshot);
export type SnapshotRead = z.infer<typeof snapshotReadSchema>;

/** `named`: whose it is may be told on the projector. */
export const snapshotChangeFields = { ...snapshot, caption: captionField, named: z.boolean() };
/** To this place in the order, from 0. */
export const snapshotMoveFields = { ...snapshot, place: z.int().min(0).max(LIMITS.snapshotsPerClass) };
export const snapshotFields = snapshot;

/** The same as the review asks for it, over HTTP. */
export const snapshotToChangeSchema = z.strictObject({ caption: captionField, named: z.boolean() });
export const snapshotToMoveSchema = z.strictObject({ place: snapshotMoveFields.place });

/** A snapshot as consoles and reviews list it. */
export interface SnapshotEntry {
  id: string;
  studentId: string;
  stepId: string;
  /** The server's clock, milliseconds since 1970. */
  takenAt: number;
  /** May be empty. */
  caption: string;
  named: boolean;
}

/** The same with what was on the bench. */
export interface Snapshot extends SnapshotEntry {
  works: readonly Work[];
}
