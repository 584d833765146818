import type { MaskDevice } from '@/engine/together/mask-device';
import type { OwnLeak } from '@/protocol/leak-views';
import type { Answer, RefusalCode } from '@/protocol/refusals';
import type { LeakWire, ReadPicture } from './leak-wire';

/** What this device is doing in the sum that is on. */
type LeakDoing = 'out' | 'joining' | 'joined' | 'masking' | 'sent' | 'told' | 'silent' | 'late' | 'failed';

/** How this device stands. */
export interface LeakStanding {
  doing: LeakDoing;
  /** Why it failed. */
  problem: RefusalCode | null;
  /** Twelve digits that are to be the same on all devices, and how many devices that are; null: it has not been told who takes part. */
  check: string | null;
  devices: number;
  /** What the server reads in what was sent. */
  noise: ReadPicture | null;
  /** That agreeing and masking took; null: nothing has been masked. */
  milliseconds: number | null;
}

interface Means {
  wire: LeakWire;
  changed: (standing: LeakStanding) => void;
  /** Makes a device's part of one sum; its code comes when it is needed. */
  makeDevice?: (gradient: Int32Array, of: string) => Promise<MaskDevice>;
  /** Waits; rejects never. */
  wait?: (milliseconds: number) => Promise<void>;
}

/** Milliseconds until what found no way is tried again. */
const AGAIN_MS = 1_000;
/** Refusals after which the same may be taken. */
const PASSING: ReadonlySet<RefusalCode> = new Set([
  'rate-limited',
  'server-stopping',
  'internal',
  'not-attached',
]);
const OUT: LeakStanding = {
  ...{ doing: 'out', problem: null, check: null, devices: 0, noise: null, milliseconds: null },
};

/** Takes part in sums behind masks with one gradient, as long as it is wanted: new keys for each sum, the gradient masked, and what is needed of the masks told once. */
export class LeakDevice {
  private wanted: OwnLeak | null = null;
  private gradient: Int32Array | null = null;
  private part: { attempt: number; device: MaskDevice } | null = null;
  /** What needs nothing more from here. */
  private done = '';
  private busy = false;
  private standing = OUT;

  constructor(private readonly means: Means) {}

  /** How it stands in the class now; null: nothing is to be done. */
  see(leak: OwnLeak | null): void {
    this.wanted = leak;
    if (!this.busy) void this.work();
  }

  /** From the next sum on it takes part with this; null: with none. */
  take(gradient: Int32Array | null): void {
    this.gradient = gradient;
    this.part = null;
    this.done = '';
    if (gradient === null) this.stand(OUT);
    if (!this.busy) void this.work();
  }

  private async work(): Promise<void> {
    this.busy = true;
    try {
      for (let due = this.due(); due !== null; due = this.due()) {
        const { gradient } = this;
        if (!(await due.act())) await (this.means.wait ?? sleep)(AGAIN_MS);
        // With another gradient it is to be done once more.
        else if (this.gradient === gradient) this.done = due.key;
      }
    } finally {
      this.busy = false;
    }
  }

  /** What is to be done now, by a name of its own; null: nothing. An act says whether it is done with. */
  private due(): { key: string; act(): Promise<boolean> } | null {
    const { wanted, gradient, part } = this;
    const sum = wanted?.sum;
    if (!wanted || !sum || !gradient || sum.phase === 'summed') return null;
    const { attempt, phase } = sum;
    const place = { leakId: wanted.id, attempt };
    const key = `${wanted.id} ${attempt} ${phase}`;
    if (this.done === key) return null;
    if (phase === 'joining') return { key, act: () => this.join(place, gradient) };
    // Who came when it had begun waits for the next.
    if (part?.attempt !== attempt) return null;
    return { key, act: () => (phase === 'sending' ? this.send(place) : this.tell(place)) };
  }

  private async join(place: { leakId: string; attempt: number }, gradient: Int32Array): Promise<boolean> {
    this.stand({ ...OUT, doing: 'joining' });
    const { leakId, attempt } = place;
    let device: MaskDevice;
    try {
      device = await (this.means.makeDevice ?? deviceOf)(gradient, `${leakId} ${attempt}`);
    } catch {
      // Its code did not come.
      this.stand({ doing: 'failed' });
      return false;
    }
    return this.answered(await this.means.wire.key(place, device.key), () => {
      if (this.gradient !== gradient) return;
      this.part = { attempt, device };
      this.stand({ doing: 'joined' });
    });
  }

  private async send(place: { leakId: string; attempt: number }): Promise<boolean> {
    const { device } = this.part!;
    this.stand({ doing: 'masking' });
    const asked = await this.means.wire.round(place);
    if (!asked.ok) return this.answered(asked, () => {});
    const { round } = asked;
    const from = performance.now();
    const words = device.masked(round.place, round.keys.map(fromHex));
    if (words === null) {
      this.stand({ doing: 'silent' });
      return true;
    }
    this.stand({ check: device.check, devices: device.devices, milliseconds: performance.now() - from });
    const sent = await this.means.wire.masked(place, words);
    return this.answered(sent, () => this.stand({ doing: 'sent', noise: sent.ok ? sent.read : null }));
  }

  private async tell(place: { leakId: string; attempt: number }): Promise<boolean> {
    const { device } = this.part!;
    if (this.standing.doing !== 'sent') {
      this.stand({ doing: 'late' });
      return true;
    }
    const asked = await this.means.wire.round(place);
    if (!asked.ok) return this.answered(asked, () => {});
    const seeds = device.revealed(asked.round.missing);
    if (seeds === null) {
      this.stand({ doing: 'silent' });
      return true;
    }
    return this.answered(await this.means.wire.revealed(place, seeds), () => this.stand({ doing: 'told' }));
  }

  /** Whether it is done with: taken, or refused for good. */
  private answered(answer: Answer, taken: () => void): boolean {
    if (answer.ok) taken();
    else if (PASSING.has(answer.code)) return false;
    else this.stand({ doing: answer.code === 'leak-over' ? 'late' : 'failed', problem: answer.code });
    return true;
  }

  private stand(change: Partial<LeakStanding>): void {
    this.standing = { ...this.standing, ...change };
    this.means.changed(this.standing);
  }
}

async function deviceOf(gradient: Int32Array, of: string): Promise<MaskDevice> {
  const { MaskDevice: Made } = await import('@/engine/together/mask-device');
  return new Made(gradient, of);
}

function fromHex(key: string): Uint8Array {
  return Uint8Array.from({ length: key.length / 2 }, (_, at) =>
    Number.parseInt(key.slice(2 * at, 2 * at + 2), 16),
  );
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
