import { Caller } from '@/base/line/caller';
import { Listeners } from '@/base/listeners';
import { workerPort } from '@/engine/line/worker-port';
import type { DryRunEvent, DryRunPlan, DryRunRequests } from './messages';

/** How it stands with the simulated students; `failed`: their worker did not start, or died. */
export type DryRunState =
  | { status: 'none' }
  | { status: 'failed' }
  | ({ status: 'here' } & Omit<DryRunEvent, 'type'>);

const NONE: DryRunState = { status: 'none' };

/** The page's side: one worker with the simulated students of this page's class. For React's useSyncExternalStore. */
export class DryRunClient {
  private line: Caller<DryRunRequests, DryRunEvent, string> | null = null;
  private readonly listeners = new Listeners();
  private current: DryRunState = NONE;

  readonly subscribe = this.listeners.add;

  readonly state = (): DryRunState => this.current;

  /** They come. */
  begin(plan: DryRunPlan): void {
    this.end();
    this.change({ status: 'here', here: 0, refusal: null });
    const worker = new Worker(new URL('./dry-run.worker.ts', import.meta.url), {
      type: 'module',
      name: 'dry run',
    });
    this.line = new Caller<DryRunRequests, DryRunEvent, string>(workerPort(worker), {
      refused: (detail) => new Error(detail),
      onEvent: ({ here, refusal }) => this.change({ status: 'here', here, refusal }),
      onDeath: () => this.change({ status: 'failed' }),
    });
    // What becomes of it is told by events; of its death, by `onDeath`.
    this.line.ask('begin', plan).catch(() => {});
  }

  /** They are gone: to the class they are away. */
  end(): void {
    this.line?.close(new Error('sent away'));
    this.line = null;
    this.change(NONE);
  }

  private change(state: DryRunState): void {
    this.current = state;
    this.listeners.tell();
  }
}
