import type { EngineErrorCode } from '@/engine/engine-error';
import { EngineError } from '@/engine/engine-error';
import type { ClientEvent } from '@/engine/worker/trainer-client';
import type { Backend } from '@/protocol/experiment-choices';
import type { Bench } from './bench';
import type { Going } from './going';
import type { SnapshotCell } from './snapshot-cell';
import { engineErrorCode } from './trainer';
import type { TrainingSnapshot } from './training';

export interface WorkerEarsMeans {
  bench: Bench;
  cell: SnapshotCell<TrainingSnapshot>;
  going: Going;
}

/** What the worker tells, and what becomes of a training whose worker fails. */
export class WorkerEars {
  private recovering: { from: Backend | null; code: EngineErrorCode } | null = null;

  constructor(private readonly means: WorkerEarsMeans) {}

  heard(event: ClientEvent): void {
    const { bench, cell, going } = this.means;
    switch (event.type) {
      case 'loading':
      case 'ready':
        if (event.dataset === cell.get().draft.dataset) cell.change({ progress: event.progress });
        return;
      case 'recovering':
        this.recovering = { from: event.from, code: event.code };
        cell.change({ phase: 'starting' });
        return;
      case 'error':
        // Pictures that do not come leave the training whole; anything else has ended it here.
        if (event.run === null) cell.change({ error: event.code });
        else if (event.code !== 'data-failed') this.failed(new EngineError(event.code, event.detail));
        else {
          cell.change({ error: event.code });
          going.happened({ type: 'starved' });
        }
        return;
      case 'backend':
        if (this.recovering) {
          const { from, code } = this.recovering;
          const to = event.facts.backend;
          this.recovering = null;
          cell.change({ phase: 'idle', recovered: { from: from ?? to, to, code } });
        }
        break;
      case 'point':
        going.happened({ type: 'worked' });
    }
    bench.heard(event);
  }

  /** Whatever stands in the worker is not to be trusted: the next attempt begins from the checkpoint. */
  failed(error: unknown): void {
    const { bench, cell, going } = this.means;
    const code = engineErrorCode(error);
    const stood = bench.run?.begun;
    bench.tearDown();
    cell.change({ phase: 'failed', error: code });
    // What never stood may lack only the connection; what stood and died is the student's to begin again.
    const mayComeLater = !stood && (code === 'data-failed' || code === 'worker-failed');
    going.happened({ type: 'failed', mayComeLater });
  }
}
