import type { StudentSession } from '@/client/live/class-session';
import type { BenchRun } from './bench-run';
import { RunShelf } from './run-shelf';

/** What the server has of the own runs, fetched when there is a reason to; silent without a class. */
export class ServerRuns {
  readonly shelf = new RunShelf();

  constructor(
    private readonly session: Pick<StudentSession, 'listRuns' | 'readRun'> | null,
    private readonly changed: () => void,
  ) {}

  /** Fetches the list of own runs anew. */
  async refresh(): Promise<void> {
    const answer = await this.session?.listRuns(null);
    if (!answer?.ok) return;
    this.shelf.take(answer.runs);
    this.changed();
  }

  /** Adds the points that only the server still has to a run from an earlier page; once. */
  async complete(run: BenchRun | null): Promise<void> {
    if (!run?.awaitsServerPoints) return;
    run.awaitsServerPoints = false;
    const answer = await this.session?.readRun(run.id);
    if (!answer?.ok) return;
    run.series.replace([...run.series.points(), ...answer.points]);
    this.changed();
  }
}
