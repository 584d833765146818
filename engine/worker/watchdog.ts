/** How often the watchdog looks before it gives a silent worker up. Looks are counted, not time: a laptop that slept is not dead. */
const LOOKS = 9;

/** The same for a worker whose code has not come: there is nothing yet that it could be busy with. Slow lines get more with each try. */
const LOOKS_TO_START = 4;

/** A worker as the watchdog sees it. */
export interface GuardedWorker {
  /** `heard`: something came since the last look; `listens`: its code has come. */
  line: { heard: boolean; readonly listens: boolean };
  /** Whether it owes an answer. */
  isBusy: boolean;
  /** Workers that were started for the same training, this one with them. */
  tries: number;
  /** Asks for a sign of life. */
  ping(): void;
}

/** Notices a worker that is asked and says nothing. */
export class Watchdog {
  private silentLooks = 0;
  private readonly timer: ReturnType<typeof setInterval>;

  /**
   * @param milliseconds after which a worker that listens counts as dead
   * @param owner `watched`: the worker as it is now, null: there is none; `onSilent`: it is dead
   */
  constructor(
    milliseconds: number,
    private readonly owner: { watched(): GuardedWorker | null; onSilent(): void },
  ) {
    this.timer = setInterval(() => this.look(), milliseconds / LOOKS);
  }

  close(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const watched = this.owner.watched();
    if (!watched?.isBusy || watched.line.heard) {
      this.silentLooks = 0;
      if (watched) watched.line.heard = false;
    } else {
      this.silentLooks++;
    }
    if (!watched?.isBusy) return;
    if (this.silentLooks >= (watched.line.listens ? LOOKS : LOOKS_TO_START * watched.tries)) {
      this.silentLooks = 0;
      this.owner.onSilent();
      return;
    }
    watched.ping();
  }
}
