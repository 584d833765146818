/** Keeps a server running: starts it again after a crash, hands signals on, and ends as it ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { type BackOff, backOffDelay } from '@/base/back-off';
import { logFor } from './log';

const RESTARTS: BackOff = { least: 1_000, most: 30_000 };
/** A server that ran this long had no trouble with starting: the next crash counts as the first. */
const HEALTHY_MS = 60_000;
/** Milliseconds after a stop was asked for until what hangs is cut off; the server itself takes 6 s at most. */
const PATIENCE_MS = 10_000;
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

const log = logFor('supervisor');

/** How a process ended. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** What a served process says over its channel once it can be reached. */
export const READY = 'ready';

/** Milliseconds to wait before the `crash`th start in a row (1 for the first): 1, 2, 4 … 30 s. */
export function restartDelay(crash: number): number {
  return backOffDelay(RESTARTS, crash - 1);
}

/**
 * Whether an end is to be followed by another start: 0 is a stop that somebody asked for, and a server that says itself that
 * it cannot start (1, before it was ever ready) would say so again.
 */
export function isCrash({ code }: Ending, wasEverReady: boolean): boolean {
  return code !== 0 && (wasEverReady || code !== 1);
}

/** Runs Node with these arguments until it is stopped; never returns while it should run. The process then ends as it did. */
export class Supervisor {
  private child: ChildProcess | null = null;
  private waiting: NodeJS.Timeout | null = null;
  private stopping = false;
  private wasEverReady = false;
  private crashes = 0;

  constructor(
    private readonly args: readonly string[],
    private readonly exit: (code: number) => void = process.exit,
  ) {}

  run(): void {
    for (const signal of SIGNALS)
      process.on(signal, () => this.stop(signal === 'SIGHUP' ? 'SIGTERM' : signal));
    // Whoever started this with a channel and is gone wants it no longer.
    process.on('disconnect', () => this.stop('SIGTERM'));
    this.start();
  }

  private start(): void {
    this.waiting = null;
    const began = performance.now();
    // With a channel: a server whose supervisor was killed hears of it, and lets go of its port and folder.
    const child = spawn(process.execPath, this.args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    this.child = child;
    if (child.pid !== undefined) process.send?.({ serving: child.pid });
    child.on('message', (message) => {
      if (message === READY) this.wasEverReady = true;
    });
    child.once('error', (error) => {
      log.fatal({ err: error }, 'no process can be started');
      this.exit(1);
    });
    child.once('exit', (code, signal) => this.ended({ code, signal }, performance.now() - began));
  }

  private ended(ending: Ending, ranMs: number): void {
    this.child = null;
    if (this.stopping || !isCrash(ending, this.wasEverReady)) {
      this.exit(ending.code ?? 1);
      return;
    }
    if (ranMs >= HEALTHY_MS) this.crashes = 0;
    this.crashes += 1;
    const delay = restartDelay(this.crashes);
    log.error(
      { ...ending, crashes: this.crashes, seconds: delay / 1_000 },
      'the server has crashed and starts again; nothing that was acknowledged is lost',
    );
    this.waiting = setTimeout(() => this.start(), delay);
  }

  private stop(signal: NodeJS.Signals): void {
    this.stopping = true;
    if (this.waiting) {
      clearTimeout(this.waiting);
      this.exit(0);
    }
    const { child } = this;
    if (!child) return;
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
  }
}
