import { beginWait, type Wait } from '@/engine/download/held-back';

/** What every worker says of the code that it needs: that it is there, and that more of it is being fetched. */
export interface WorkerSign {
  type: 'listening' | 'fetching' | 'fetched';
}

/** As much of a Worker as is used; tests bring their own. */
export interface Port<In, Out> {
  postMessage(message: In): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Out>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Milliseconds in which a worker's code should have come; each further try is given twice as long, for slow lines. */
const PATIENCE_MS = 20_000;

/**
 * A worker of which the code may be held back. It is told after seconds that something is missing, and a worker whose code does not come
 * is started anew with what it has been asked so far, which is why this is for workers that can be asked again.
 */
export class PatientWorker<In, Out> implements Port<In, Out> {
  onmessage: ((event: MessageEvent<Out>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  /** What a next worker would have to be asked; null once there is no going back. */
  private asked: In[] | null = [];
  private wait: Wait | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private worker: Port<In, Out | WorkerSign>;

  /** @param replays whether all that was asked may be asked again even after the worker has begun with it */
  constructor(
    private readonly start: () => Port<In, Out | WorkerSign>,
    private readonly replays = false,
    private patienceMs = PATIENCE_MS,
  ) {
    this.worker = this.started();
  }

  postMessage(message: In): void {
    this.asked?.push(message);
    this.worker.postMessage(message);
  }

  terminate(): void {
    this.here();
    this.worker.terminate();
  }

  private started(): Port<In, Out | WorkerSign> {
    const worker = this.start();
    worker.onmessage = (event) => {
      const type = (event.data as Partial<WorkerSign>).type;
      if (type === 'fetching') this.missing();
      else this.here();
      if (type === 'listening' && !this.replays) this.asked = null;
      if (type !== 'listening' && type !== 'fetching' && type !== 'fetched')
        this.onmessage?.(event as MessageEvent<Out>);
    };
    worker.onerror = (event) => {
      this.here();
      this.onerror?.(event);
    };
    this.missing();
    return worker;
  }

  private missing(): void {
    this.wait ??= beginWait();
    clearTimeout(this.timer);
    if (this.asked) this.timer = setTimeout(() => this.again(), this.patienceMs);
  }

  private here(): void {
    clearTimeout(this.timer);
    this.wait?.over();
    this.wait = null;
  }

  private again(): void {
    this.patienceMs *= 2;
    // Ended first: a browser has the second wait for the first where both want the same file.
    this.worker.terminate();
    this.worker = this.started();
    for (const message of this.asked ?? []) this.worker.postMessage(message);
  }
}
