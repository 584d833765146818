import type { Sign } from '@/base/line/messages';
import type { Ear, Port } from '@/base/line/port';
import { beginWait, type Wait } from '@/engine/download/held-back';

/** Milliseconds in which a worker's code should have come; each further try is given twice as long, for slow lines. */
const PATIENCE_MS = 20_000;

/**
 * A worker of which the code may be held back. People are told after seconds that something is missing, and a worker whose code does not
 * come is started anew; a `Caller` asks it again by itself.
 */
export class PatientPort implements Port {
  private worker: Port | null = null;
  private ear: Ear | null = null;
  private wait: Wait | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** It has begun with what must not be asked twice: there is no going back. */
  private begun = false;

  /**
   * @param start starts a worker
   * @param replays whether all that was asked may be asked again even after the worker has begun with it
   */
  constructor(
    private readonly start: () => Port,
    private readonly replays = false,
    private patienceMs = PATIENCE_MS,
  ) {}

  post(message: unknown, transfer: Transferable[]): void {
    this.worker?.post(message, transfer);
  }

  listen(ear: Ear): void {
    this.ear = ear;
    this.begin();
  }

  end(): void {
    this.here();
    this.worker?.end();
    this.worker = null;
  }

  private begin(): void {
    const worker = this.start();
    this.worker = worker;
    worker.listen({
      heard: (message) => {
        if (worker !== this.worker) return;
        const { type } = message as Partial<Sign>;
        if (type === 'fetching') this.missing();
        else this.here();
        if (type === 'listening' && !this.replays) this.begun = true;
        this.ear?.heard(message);
      },
      died: (error) => {
        if (worker !== this.worker) return;
        this.here();
        this.ear?.died(error);
      },
    });
    this.missing();
  }

  private missing(): void {
    this.wait ??= beginWait();
    clearTimeout(this.timer);
    if (!this.begun) this.timer = setTimeout(() => this.again(), this.patienceMs);
  }

  private here(): void {
    clearTimeout(this.timer);
    this.wait?.over();
    this.wait = null;
  }

  private again(): void {
    this.patienceMs *= 2;
    // Ended first: a browser has the second wait for the first where both want the same file.
    this.worker?.end();
    this.begin();
  }
}
