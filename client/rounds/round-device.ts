import { answerReader } from '@/client/live/read-answer';
import { littleEndian } from '@/client/training/little-endian';
import type { Trainer } from '@/client/training/trainer';
import { downloadAgain } from '@/engine/download/download';
import { readFloats } from '@/engine/verify/check-weights';
import { type Answer, type RefusalCode, refuse } from '@/protocol/refusals';
import { roundWeightsPath } from '@/protocol/round-paths';
import type { OwnRounds } from '@/protocol/rounds-views';

/** What this device is doing in the round that is on. */
type RoundDoing = 'waiting' | 'fetching' | 'training' | 'sending' | 'sent' | 'late' | 'failed';

/** How this device stands. */
export interface RoundStanding {
  doing: RoundDoing;
  /** Why it failed. */
  problem: RefusalCode | null;
  /** Rounds that this page has taken part in, and bytes of weights that it has fetched and sent since it was opened. */
  rounds: number;
  down: number;
  up: number;
  /** That the last training took. */
  milliseconds: number | null;
}

interface Means {
  trainer: Pick<Trainer, 'learnRound'>;
  /** Of whom: `Authorization`, and the class's room code. */
  session: { code: string; authorization(): string | null };
  changed: (standing: RoundStanding) => void;
  fetch?: typeof fetch;
  /** Waits; rejects never. */
  wait?: (milliseconds: number) => Promise<void>;
}

/** Milliseconds until what found no way is sent again. */
const AGAIN_MS = 1_500;
const SEND_MS = 60_000;
/** Refusals after which the same may be taken. */
const PASSING: ReadonlySet<RefusalCode> = new Set([
  'rate-limited',
  'server-stopping',
  'internal',
  'not-attached',
]);

const answered = answerReader<Record<never, never>>(() => ({}));

/** Takes part in rounds of learning together: fetches the class's network, trains it on the pictures that this device holds, sends the weights, and nothing else. */
export class RoundDevice {
  private wanted: OwnRounds | null = null;
  private busy = false;
  /** The round that needs nothing more from here. */
  private done = '';
  private standing: RoundStanding = {
    ...{ doing: 'waiting', problem: null },
    ...{ rounds: 0, down: 0, up: 0, milliseconds: null },
  };

  constructor(private readonly means: Means) {}

  /** How the class's rounds stand now; null: nothing is to be done, as while the class is paused. */
  see(rounds: OwnRounds | null): void {
    this.wanted = rounds;
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

  /** What is to be done now; null: nothing. */
  private due(): OwnRounds | null {
    const { wanted } = this;
    if (wanted === null || wanted.stage !== 'going' || wanted.place === null) return null;
    return this.done === keyOf(wanted) ? null : wanted;
  }

  private async takePart(rounds: OwnRounds): Promise<void> {
    const { trainer } = this.means;
    const { id, dataset, round, epochs, seed, each, saboteur } = rounds;
    const isOn = () => this.due() !== null && keyOf(this.wanted!) === keyOf(rounds);
    let start: Float32Array | null = null;
    if (round > 1) {
      this.stand({ doing: 'fetching', problem: null });
      start = await this.fetchNetwork(id, round);
      if (start === null) {
        await this.pause();
        return;
      }
      this.stand({ down: this.standing.down + start.byteLength });
    }
    this.stand({ doing: 'training', problem: null });
    let weights: Float32Array;
    try {
      const place = rounds.place!;
      const learned = await trainer.learnRound({
        ...{ dataset, round, epochs, seed, place, each, start, saboteur },
      });
      weights = learned.weights;
      this.stand({ milliseconds: learned.milliseconds });
    } catch {
      // Pictures or code did not come: they are asked for again, as long as the round is on.
      this.stand({ doing: 'failed' });
      await this.pause();
      return;
    }
    this.stand({ doing: 'sending' });
    while (isOn()) {
      const answer = await this.send(id, round, weights);
      if (answer.ok) {
        this.done = keyOf(rounds);
        const { up, rounds: before } = this.standing;
        this.stand({ doing: 'sent', up: up + weights.byteLength, rounds: before + 1 });
        return;
      }
      if (!PASSING.has(answer.code)) {
        this.done = keyOf(rounds);
        this.stand({ doing: answer.code === 'round-over' ? 'late' : 'failed', problem: answer.code });
        return;
      }
      await this.pause();
    }
  }

  private async fetchNetwork(id: string, round: number): Promise<Float32Array | null> {
    const { session, fetch: ask } = this.means;
    const path = roundWeightsPath(session.code, id, round);
    const headers = { Authorization: session.authorization() ?? '' };
    try {
      const response = await (ask ? ask(path, { headers }) : downloadAgain(path, { headers }));
      if (!response.ok) return null;
      const bytes = new Uint8Array(await response.arrayBuffer());
      const weights = readFloats(bytes, bytes.byteLength / 4);
      return typeof weights === 'string' ? null : weights;
    } catch {
      return null;
    }
  }

  private async send(id: string, round: number, weights: Float32Array): Promise<Answer> {
    const { session, fetch: ask = fetch } = this.means;
    try {
      const response = await ask(roundWeightsPath(session.code, id, round), {
        method: 'POST',
        headers: {
          Authorization: session.authorization() ?? '',
          'Content-Type': 'application/octet-stream',
        },
        body: littleEndian(weights),
        signal: AbortSignal.timeout(SEND_MS),
      });
      return answered(await response.json().catch(() => null)) ?? refuse('internal');
    } catch {
      return refuse('not-attached');
    }
  }

  private stand(change: Partial<RoundStanding>): void {
    this.standing = { ...this.standing, ...change };
    this.means.changed(this.standing);
  }

  private pause(): Promise<void> {
    return (this.means.wait ?? sleep)(AGAIN_MS);
  }
}

const keyOf = ({ id, round }: Pick<OwnRounds, 'id' | 'round'>) => `${id} ${round}`;

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
