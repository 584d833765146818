import type { RefusalCode } from '@/protocol/refusals';
import { LeaseTable } from './lease-table';
import type { PlantedBug } from './planted-bugs';
import type { SeededRandom } from './seeded-random';
import type { SimulatedDatabase } from './simulated-database';
import { SimulatedNetwork } from './simulated-network';
import { SimulationRecord } from './simulation-record';
import { SimulatedProcess, VirtualTime } from './virtual-time';

/** All that the parts of one simulated class have in common. */
export class World {
  readonly random: SeededRandom;
  readonly time: VirtualTime;
  readonly network: SimulatedNetwork;
  readonly record = new SimulationRecord();
  readonly databaseProcess = new SimulatedProcess('database');
  readonly leases: LeaseTable | null;
  database!: SimulatedDatabase;
  /** Nothing is broken any more, and nobody begins anything: what is under way comes to its end. */
  isCalm = false;
  /** What happened, a line each: the same for the same seed. */
  readonly log: string[] = [];

  constructor(
    readonly seed: number,
    readonly nodes: 1 | 2,
    readonly planted: PlantedBug | null,
    random: SeededRandom,
  ) {
    this.random = random;
    this.time = new VirtualTime(random);
    this.network = new SimulatedNetwork(this);
    this.leases = nodes > 1 ? new LeaseTable(() => this.time.now) : null;
  }

  tell(what: string): void {
    this.log.push(`${this.time.now.toFixed(3)} ${this.time.process.name} ${what}`);
  }

  /** Notes how an answer was: a code that is not on the list is no answer. */
  answered(name: string, answer: { ok: true } | { ok: false; code: RefusalCode } | null): void {
    this.tell(`${name} ${answer === null ? 'unanswered' : answer.ok ? 'ok' : answer.code}`);
  }

  /** Resolves after so many virtual milliseconds, in the process that asks. */
  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  }
}
