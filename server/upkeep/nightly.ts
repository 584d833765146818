import type { Logger } from 'pino';
import { refusalOf } from '@/server/store/storage-trouble';
import type { Store } from '@/server/store/store';

/** The hour of the night, by the machine's clock: no class is on. */
const HOUR = 3;
/** Milliseconds between two looks whether it is time. */
const LOOK_MS = 10 * 60_000;
/** The first after a start: whoever came back with the server comes first. */
const FIRST_LOOK_MS = 60_000;

/** When something is due that was done last at `doneAt`: in the night after. A server that runs by day alone does it at its next start. */
export function dueAt(doneAt: number | null): number {
  if (doneAt === null) return 0;
  const night = new Date(doneAt);
  night.setHours(HOUR, 0, 0, 0);
  if (night.getTime() <= doneAt) night.setDate(night.getDate() + 1);
  return night.getTime();
}

interface NightlyParts {
  store: Pick<Store, 'upkeepDoneAt' | 'noteUpkeep'>;
  /** Milliseconds since 1970. */
  clock: () => number;
  log: Logger;
  /** Whether it is done by this node. */
  isHere?: () => Promise<boolean>;
}

/** Something that is done once a night. When it was done last is kept in the database: a restart neither repeats nor forgets it. */
export class Nightly {
  private timer: NodeJS.Timeout | null = null;
  private underWay: Promise<void> | null = null;
  private stopped = false;

  /** @param work may be asked to stop; what it has not done then is done after the next start */
  constructor(
    private readonly task: string,
    private readonly work: (isStopping: () => boolean) => Promise<void>,
    private readonly parts: NightlyParts,
  ) {}

  start(): void {
    this.wait(FIRST_LOOK_MS);
  }

  /** Ends what is under way after its present step. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.underWay;
  }

  /** Does it if it is time. */
  look(): Promise<void> {
    this.underWay ??= this.doIfDue().finally(() => {
      this.underWay = null;
    });
    return this.underWay;
  }

  private wait(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.look().finally(() => this.wait(LOOK_MS)), ms);
    this.timer.unref();
  }

  private async doIfDue(): Promise<void> {
    const { store, clock, log, isHere = async () => true } = this.parts;
    try {
      if (this.stopped || clock() < dueAt(await store.upkeepDoneAt(this.task)) || !(await isHere())) return;
      await this.work(() => this.stopped);
      if (!this.stopped) await store.noteUpkeep(this.task, clock());
    } catch (error) {
      // The storage says by itself how it is. All else is tried again at the next look, too.
      if (!refusalOf(error)) log.error({ err: error, task: this.task }, 'what is done once a night failed');
    }
  }
}
