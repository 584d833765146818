import { Caller } from '@/base/line/caller';
import type { Port } from '@/base/line/port';
import { workerPort } from '@/engine/line/worker-port';
import type { RowsRequests } from './rows-messages';

/** A worker of this device that calculates rows of the class's product. */
export class RowsClient {
  private readonly line: Caller<RowsRequests, never, string>;

  constructor(
    private readonly seed: number,
    startWorker: () => Port = start,
  ) {
    this.line = new Caller<RowsRequests, never, string>(startWorker(), { refused: (why) => new Error(why) });
  }

  /** Resolves once it is ready to calculate. @throws Error (by rejection) where the worker does not start */
  async prepare(): Promise<void> {
    await this.line.ask('prepare', { seed: this.seed });
  }

  /** The sum of the block's numbers. @throws Error (by rejection) where the worker has ended */
  block(block: number): Promise<number> {
    return this.line.ask('block', { seed: this.seed, block });
  }

  /** Ends the worker in the middle of its work. */
  close(): void {
    this.line.close(new Error('the rows are wanted no more'));
  }
}

function start(): Port {
  return workerPort(
    new Worker(new URL('./rows.worker.ts', import.meta.url), { type: 'module', name: 'rows' }),
  );
}
