import type { Activity } from './activity';
import type { ProductAtConsole, ProductOnWall } from './class-product';
import type { StudentCondition } from './condition';
import type { DoneCount } from './done';
import type { Backend } from './experiment-choices';
import type { Point } from './run';
import type { Mark } from './views';

/** The latest of one student. `connected`: never trained yet; `idle`: has paused or put a run aside. */
export interface StudentTelemetry {
  studentId: string;
  activity: Activity;
  runId: string | null;
  backend: Backend | null;
  /** Steps that the run will have when it is finished. */
  totalSteps: number | null;
  last: Point | null;
}

/** A point of the small live curve: step, loss, accuracy. */
export type CurvePoint = [step: number, loss: number | null, accuracy: number | null];

/** At an attach: everything, with the recent curve of each student's latest run. */
export interface TelemetrySnapshot {
  students: (StudentTelemetry & { curve: CurvePoint[] })[];
  conditions: StudentCondition[];
  /** The class's product; left out before its first round. */
  product?: ProductAtConsole;
}

/** A few times a second: only the students that changed since this watcher's last frame. */
export interface TeacherFrame {
  /** Server's clock, milliseconds since 1970. */
  at: number;
  students: StudentTelemetry[];
  /** Only those that changed, and left out where none did: they change seldom, and frames are many. */
  conditions?: StudentCondition[];
  /** The class's product, where it does not stand as before. */
  product?: ProductAtConsole;
}

/**
 * One student as the projector's pictures of the class show one: no name, no id. The mark is what the student knows itself by; the key
 * means nothing anywhere else.
 */
export interface WallStudent {
  key: number;
  mark: Mark;
  here: boolean;
  /** Counts the student's runs: with another one the curve begins anew. */
  run: number;
  /** The newest point of the run; null before the first. */
  last: WallPoint | null;
  /** The run so far, where the whole is sent. */
  curve?: CurvePoint[];
}

/** A point of a run as it is drawn. */
export interface WallPoint {
  step: number;
  epoch: number;
  loss: number | null;
  accuracy: number | null;
  examplesPerSecond: number;
}

/** What the projector shows of the whole class: nobody can be told from it but by the own mark. */
export interface ScreenFrame {
  at: number;
  connected: number;
  activities: Record<Activity, number>;
  /** Students by latest validation accuracy (training accuracy where none yet): ten bins of 0.1. */
  accuracyHistogram: number[];
  meanLoss: number | null;
  meanAccuracy: number | null;
  /** Examples a second, summed over the class. */
  examplesPerSecond: number;
  /** How far the class is with its step, as its pages say; left out where they know nothing. */
  done?: DoneCount[];
  /** The class's product, only while the projector shows it, and once a round has begun. */
  product?: ProductOnWall;
  /** Only while the projector shows the class one by one: those who changed since this projector's last frame, or all of them anew. */
  students?: { whole: boolean; list: WallStudent[] };
}
