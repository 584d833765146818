import type { ClassState } from '@/classroom/state';
import type { Point, RunSummary } from '@/protocol/run';

/** What an export is made of. Points are asked for run by run: a class is never held whole. */
export interface ExportSource {
  state: ClassState;
  /** Oldest first. */
  runs: readonly RunSummary[];
  /** All points of a run, in order. */
  pointsOf(runId: string): Promise<readonly Point[]>;
  /** Weights as last submitted (float32, little endian), or null. */
  weightsOf(runId: string): Promise<Uint8Array | null>;
  /** Students are told by their nicknames; else by their places alone. */
  named: boolean;
}

/** What a student is called in an export: the nickname, or the place in the order of joining. */
export function studentName({ state, named }: ExportSource, studentId: string): string {
  const student = state.students[studentId];
  if (named && student) return student.nickname;
  return `student ${Object.keys(state.students).indexOf(studentId) + 1}`;
}

/** Pictures that decide the final places are told once the class is over. */
export function privateAccuracy({ state }: ExportSource, value: number): number | null {
  return state.phase === 'ended' ? value : null;
}
