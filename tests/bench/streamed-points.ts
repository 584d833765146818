import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import type { TabStudent } from '@/people/student';
import { percentile, round } from './percentiles';
import { STREAMED_EXPERIMENT, streamedBatch } from './streamed-run';

/** Four batches a second. */
const PERIOD_MS = 250;

/** Milliseconds from sending to acknowledgement, and by how much the bench itself was late. */
export interface Acknowledged {
  seconds: number;
  batches: number;
  p50: number;
  p99: number;
  longest: number;
  lateP99: number;
}

/** Everybody sends a point four times a second, each at its own moment, for as long as it is wanted. */
export class StreamedPoints {
  private took: number[] = [];
  private late: number[] = [];
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(students: readonly TabStudent[]) {
    for (const [index, student] of students.entries())
      this.timers.push(
        setTimeout(() => void this.stream(student, index), (PERIOD_MS * index) / students.length),
      );
  }

  private async stream(student: TabStudent, index: number): Promise<void> {
    let run: { id: string; epoch: number; sequence: number } | null = null;
    const begin = async () => {
      const id = freshId();
      const opened = await student.tab.attachRun(id, { experiment: STREAMED_EXPERIMENT, backend: 'kernels' });
      run = { id, epoch: mustBeOk(opened).epoch, sequence: 0 };
    };
    await begin();
    let due = performance.now() + PERIOD_MS;
    const send = async () => {
      this.late.push(performance.now() - due);
      due += PERIOD_MS;
      this.timers[index] = setTimeout(() => void send(), Math.max(0, due - performance.now()));
      // Between two runs.
      if (run === null) return;
      run.sequence += 1;
      const { id, epoch, sequence } = run;
      const batch = streamedBatch(0, sequence);
      if (batch.state !== 'training') run = null;
      const from = performance.now();
      mustBeOk(await student.tab.append(id, epoch, batch));
      this.took.push(performance.now() - from);
      if (batch.state !== 'training') await begin();
    };
    this.timers[index] = setTimeout(() => void send(), PERIOD_MS);
  }

  /** What was acknowledged while something was done. */
  async during(act: () => Promise<unknown>): Promise<Acknowledged> {
    this.took = [];
    this.late = [];
    const from = performance.now();
    await act();
    const { took, late } = this;
    return {
      seconds: round((performance.now() - from) / 1_000),
      batches: took.length,
      ...{
        p50: round(percentile(took, 0.5)),
        p99: round(percentile(took, 0.99)),
        longest: round(Math.max(...took)),
      },
      lateP99: round(percentile(late, 0.99)),
    };
  }

  end(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}
