import { showsStudents } from '@/classroom/screen';
import type { ClassState } from '@/classroom/state';
import type { WallStudent } from '@/protocol/telemetry';
import type { Wall } from './screen-frames';
import type { ClassTelemetry } from './telemetry';

/**
 * The students of one class as the projector's pictures show them: by number and mark, without a name and without an id. A student gets its
 * number where it is shown for the first time; it says nothing but that.
 */
export class WallStudents implements Wall {
  private readonly known = new Map<string, { key: number; run: number; runId: string | null }>();
  private keys = 0;

  constructor(
    private readonly state: () => ClassState,
    private readonly telemetry: () => Pick<ClassTelemetry, 'drawn'>,
  ) {}

  get isShown(): boolean {
    return showsStudents(this.state());
  }

  /** All that are in, with their curves. */
  whole(): WallStudent[] {
    return Object.keys(this.state().students).flatMap((id) => {
      const student = this.of(id);
      return student ? [{ ...student, curve: this.telemetry().drawn(id).curve() }] : [];
    });
  }

  /** One student; null for one who is not in. */
  of(studentId: string): WallStudent | null {
    const student = this.state().students[studentId];
    if (student?.membership !== 'in') return null;
    const { runId, here, last } = this.telemetry().drawn(studentId);
    const known = this.known.get(studentId) ?? { key: this.keys++, run: 0, runId };
    if (known.runId !== runId) Object.assign(known, { run: known.run + 1, runId });
    this.known.set(studentId, known);
    return { key: known.key, mark: student.mark, here, run: known.run, last };
  }

  forget(studentId: string): void {
    this.known.delete(studentId);
  }
}
