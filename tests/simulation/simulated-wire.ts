import type { Wire, WireAnswers, WireHandlers, WirePayload, WireRequest } from '@/client/live/wire';
import type { Line } from './simulated-network';
import type { SimulatedProcess } from './virtual-time';
import type { World } from './world';

const CONNECT_MS = 4_000;

/** A page's wire over the simulated network, with the promises of client/live/wire. */
export class SimulatedWire implements Wire {
  /** Until then this device reaches nobody. */
  offlineUntil = 0;
  line: Line | null = null;
  private handlers!: WireHandlers;
  private attempt = 0;
  private isOpening = false;
  private readonly unanswered = new Set<() => void>();

  constructor(
    private readonly world: World,
    private readonly process: SimulatedProcess,
    private readonly headers: Record<string, string>,
  ) {}

  handle(handlers: WireHandlers): void {
    this.handlers = handlers;
  }

  open(): void {
    if (this.isOpening || this.line) return;
    this.isOpening = true;
    this.attempt += 1;
    const { attempt } = this;
    const { random, time } = this.world;
    const isOffline = time.now < this.offlineUntil;
    const takes = isOffline ? random.between(100, CONNECT_MS) : random.between(5, 90);
    setTimeout(() => {
      if (attempt !== this.attempt) return;
      this.isOpening = false;
      if (!isOffline) this.line = this.connect();
      if (this.line) this.handlers.connected();
      else this.handlers.disconnected();
    }, takes);
  }

  drop(): void {
    this.attempt += 1;
    this.isOpening = false;
    this.line?.leave(this.world.random.between(1, 80));
    this.gone();
  }

  request<Request extends WireRequest>(name: Request, payload: WirePayload<Request>, timeoutMs: number) {
    const { line } = this;
    if (!line) return Promise.resolve(null);
    return new Promise<WireAnswers[Request] | null>((resolve) => {
      const finish = (answer: WireAnswers[Request] | null) => {
        clearTimeout(timer);
        this.unanswered.delete(lost);
        resolve(answer);
      };
      const lost = () => finish(null);
      const timer = setTimeout(lost, timeoutMs);
      this.unanswered.add(lost);
      line.ask(name, payload, (answer) => finish(answer as WireAnswers[Request]));
    });
  }

  /** The network is gone for so long; the server may hear of it much later. */
  cut(milliseconds: number): void {
    const { random, time } = this.world;
    this.offlineUntil = time.now + milliseconds;
    if (!this.line) return;
    this.line.leave(random.between(20, 15_000));
    this.gone();
    time.after(random.between(1, 50), this.process, () => this.handlers.disconnected());
  }

  private connect(): Line | null {
    const line = this.world.network.connect(this.process, this.headers, {
      said: (name, what) => this.heard(name, what),
      lost: () => {
        if (this.line !== line) return;
        this.gone();
        this.handlers.disconnected();
      },
    });
    return line;
  }

  private gone(): void {
    this.line = null;
    for (const lost of [...this.unanswered]) lost();
  }

  private heard(name: string, what: unknown): void {
    const { handlers } = this;
    const by: Record<string, (what: never) => void> = {
      view: handlers.view,
      frame: handlers.frame,
      'screen:frame': handlers.screenFrame,
      pool: handlers.pool,
      sight: handlers.sight,
      watched: handlers.watched,
      unit: handlers.unit,
      detached: handlers.detached,
      stopping: handlers.stopping,
      storage: handlers.storage,
    };
    by[name]?.(what as never);
  }
}
