import { setImmediate } from 'node:timers/promises';
import { dealSeed } from '@/classroom/deal';
import { RACES_AGAIN, type Rerun, raceAgain } from '@/classroom/race-again';
import { dueRace } from '@/classroom/rerun';
import type { ClassState } from '@/classroom/state';
import { createRandom } from '@/engine/random';
import type { CommandAnswer } from '@/protocol/events';

/** Milliseconds after which whatever else waits has its turn. */
const SLICE_MS = 3;
/** What is drawn from a class's seed here, apart from all that is dealt. */
const STREAM = 0x5ace;

interface RaceMeans {
  state(): ClassState;
  /** Resolves when it is kept. */
  keep(rerun: Rerun): Promise<CommandAnswer>;
  onError(error: unknown): void;
}

/** Runs the race of a class that has ended again, in slices between all else, and once more where the board has changed since. */
export class RaceRunner {
  private running = false;
  private closed = false;

  constructor(private readonly means: RaceMeans) {}

  get isRunning(): boolean {
    return this.running;
  }

  /** Begins where something is to be done. */
  look(): void {
    if (this.running || this.closed || dueRace(this.means.state()) === null) return;
    this.running = true;
    this.run()
      .catch((error: unknown) => {
        this.means.onError(error);
        return false;
      })
      .then((kept) => {
        this.running = false;
        if (kept) this.look();
      });
  }

  /** What is under way comes to nothing; the next server begins anew. */
  close(): void {
    this.closed = true;
  }

  /** Whether it was kept: while the storage takes nothing, the next change of the class begins it again. */
  private async run(): Promise<boolean> {
    const state = this.means.state();
    const race = dueRace(state);
    if (race === null) return false;
    const work = raceAgain(race.rights, createRandom(dealSeed(state.id), STREAM));
    for (;;) {
      const begun = performance.now();
      let step = work.next();
      while (!step.done && performance.now() - begun < SLICE_MS) step = work.next();
      if (step.done) {
        const rows = step.value.map((row, at) => ({ scoreId: race.scoreIds[at]!, ...row }));
        return !this.closed && (await this.means.keep({ races: RACES_AGAIN, rows })).ok;
      }
      await setImmediate();
      if (this.closed) return false;
    }
  }
}
