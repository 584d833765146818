import type { Examples } from '@/engine/digits/examples';
import { deviceRound, ownPictures } from '@/engine/together/device-round';
import { breathe } from '@/engine/training/breathe';
import type { NodeNetworks } from '@/engine/verify/node-networks';
import type { OwnRounds } from '@/protocol/rounds-views';
import type { TabStudent } from './student';
import { fetchInRound, sendInRound } from './take-part';

interface Means {
  student: Pick<TabStudent, 'tab' | 'code' | 'credentials'>;
  /** All training pictures, of which it takes its own. */
  train: Examples;
  networks(): Promise<NodeNetworks>;
  /** Waits, and is cut short when all is to end. */
  sleep(milliseconds: number): Promise<void>;
}

/** Milliseconds until what was not taken is tried again. */
const AGAIN_MS = 1_500;

/** A student's device in rounds of learning together: fetches the class's network, trains it on its own pictures, and sends the weights. */
export class RoundLearner {
  private wanted: OwnRounds | null = null;
  private busy = false;
  private done = '';
  private own: { key: string; pictures: Examples } | null = null;

  constructor(private readonly means: Means) {}

  /** How the class's rounds stand now; null: nothing is to be done. */
  see(rounds: OwnRounds | null): void {
    this.wanted = rounds?.stage === 'going' && rounds.place !== null ? rounds : null;
    if (!this.busy) void this.work();
  }

  private async work(): Promise<void> {
    this.busy = true;
    try {
      for (let rounds = this.due(); rounds !== null; rounds = this.due()) await this.takePart(rounds);
    } finally {
      this.busy = false;
    }
  }

  private due(): OwnRounds | null {
    return this.wanted === null || keyOf(this.wanted) === this.done ? null : this.wanted;
  }

  private async takePart(rounds: OwnRounds): Promise<void> {
    const { student, train, networks, sleep } = this.means;
    const { id: roundsId, round, place, dataset, each, seed } = rounds;
    try {
      const start = round > 1 ? await fetchInRound(student, { roundsId, round }) : null;
      const key = JSON.stringify([dataset, place, each, seed]);
      const dealt = { ...rounds, place: place!, start };
      if (this.own?.key !== key) this.own = { key, pictures: ownPictures(train, dealt) };
      const { network } = await networks();
      const now = () => performance.now();
      const weights = await deviceRound(dealt, this.own.pictures, { network, breathe, now });
      const { answer } = await sendInRound(student, { roundsId, round }, weights);
      if (answer.ok || answer.code === 'round-over' || answer.code === 'no-rounds') {
        this.done = keyOf(rounds);
        return;
      }
    } catch {
      // The server is away, or the round is over: the next one is taken part in.
    }
    await sleep(AGAIN_MS);
  }
}

const keyOf = ({ id, round }: Pick<OwnRounds, 'id' | 'round'>) => `${id} ${round}`;
