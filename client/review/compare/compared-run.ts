import type { DrawnPoints } from '@/protocol/drawn-points';
import type { PictureRun, Point, RunSummary } from '@/protocol/run';
import type { Mark } from '@/protocol/views';

/** A run that is compared, as the server tells of it. */
export interface ComparedRun {
  classId: string;
  /** In the reader's language; null where this version does not know it. */
  lessonTitle: string | null;
  heldAt: number;
  student: { nickname: string | null; mark: Mark } | null;
  run: RunSummary;
  points: DrawnPoints;
  /** All of its points came. */
  whole: boolean;
  /** The step of the newest weights that are kept; null: none are. */
  weightsAt: number | null;
}

/** A run with what tells it from the others. */
export interface NamedRun extends Omit<ComparedRun, 'points'> {
  points: readonly Point[];
  mark: Mark;
  owner: string;
  label: string;
}

/** One whose network is of pictures. */
export type NamedPictureRun = NamedRun & { run: PictureRun };
