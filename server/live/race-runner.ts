import { setImmediate } from 'node:timers/promises';
import { dealSeed } from '@/classroom/deal';
import { type Rerun, raceAgain } from '@/classroom/race-again';
import { dueRace } from '@/classroom/rerun';
import { RACES_AGAIN, type RacedAgain } from '@/classroom/run-again';
import type { ClassState } from '@/classroom/state';
import { teamsAgain } from '@/classroom/team-again';
import { dueTeamRace, type TeamsAgain } from '@/classroom/team-race';
import { createRandom } from '@/engine/random';
import type { CommandAnswer } from '@/protocol/events';

/** Milliseconds after which whatever else waits has its turn. */
const SLICE_MS = 3;
/** What is drawn from a class's seed here, apart from all that is dealt. */
const STREAM = 0x5ace;
const TEAM_STREAM = 0x7ea5;

interface RaceMeans {
  state(): ClassState;
  /** Resolves when it is kept. */
  keep(rerun: Rerun): Promise<CommandAnswer>;
  keepTeams(again: TeamsAgain): Promise<CommandAnswer>;
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
    if (this.running || this.closed || !this.isDue()) return;
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

  private isDue(): boolean {
    const state = this.means.state();
    return dueRace(state) !== null || dueTeamRace(state) !== null;
  }

  /** What is under way comes to nothing; the next server begins anew. */
  close(): void {
    this.closed = true;
  }

  /** Whether it was kept: while the storage takes nothing, the next change of the class begins it again. */
  private async run(): Promise<boolean> {
    const state = this.means.state();
    const draw = (stream: number) => createRandom(dealSeed(state.id), stream);
    const networks = dueRace(state);
    if (networks !== null) {
      const again = await this.through(raceAgain(networks.rights, draw(STREAM)));
      const rows = again?.map((row, at) => ({ scoreId: networks.scoreIds[at]!, ...row }));
      return rows !== undefined && (await this.means.keep({ races: RACES_AGAIN, rows })).ok;
    }
    const teams = dueTeamRace(state);
    if (teams === null) return false;
    const again = await this.through(teamsAgain(teams.rights, draw(TEAM_STREAM)));
    const rows = again?.map((row, at) => ({ team: teams.teams[at]!, ...row }));
    return rows !== undefined && (await this.means.keepTeams({ races: RACES_AGAIN, rows })).ok;
  }

  /** Null: closed meanwhile. */
  private async through(work: Generator<undefined, RacedAgain[]>): Promise<RacedAgain[] | null> {
    for (;;) {
      const begun = performance.now();
      let step = work.next();
      while (!step.done && performance.now() - begun < SLICE_MS) step = work.next();
      if (this.closed) return null;
      if (step.done) return step.value;
      await setImmediate();
    }
  }
}
