import { concatBytes } from '@noble/hashes/utils.js';
import { LEAK } from '@/protocol/leak-rules';
import { agreedSeeds, keyCheck, maskGradient, newMaskKeys, revealFor } from './pairwise-masks';

/** One device in one sum: keys of its own, its gradient behind masks, and what it tells of these. What would lay somebody open it does not do. */
export class MaskDevice {
  private readonly keys = newMaskKeys();
  private round: { place: number; seeds: readonly (Uint8Array | null)[]; check: string } | null = null;
  private told: readonly number[] | null = null;

  /** @param of the sum's name: masks of another one are others */
  constructor(
    private readonly gradient: Int32Array,
    private readonly of: string,
  ) {}

  /** What others need of it. */
  get key(): Uint8Array {
    return this.keys.open;
  }

  /** What is to be the same on all devices; null: it has not been told who takes part. */
  get check(): string | null {
    return this.round?.check ?? null;
  }

  /** Devices that take part. */
  get devices(): number {
    return this.round?.seeds.length ?? 0;
  }

  /**
   * Its gradient behind masks; asked again it is the same.
   * @param keys of all who take part, by place
   * @returns null: this device is not where it is said to be, keys stand there twice, or they are so few that one could be laid open
   */
  masked(place: number, keys: readonly Uint8Array[]): Int32Array | null {
    const check = keyCheck(keys);
    if (this.round && (this.round.check !== check || this.round.place !== place)) return null;
    const names = keys.map(String);
    const isSound = names[place] === String(this.keys.open) && new Set(names).size === names.length;
    if (!isSound || keys.length < LEAK.leastDevices) return null;
    this.round ??= { place, seeds: agreedSeeds(this.keys, place, { of: this.of, keys }), check };
    return maskGradient(this.gradient, place, { own: this.keys.own, seeds: this.round.seeds });
  }

  /**
   * What it tells when it is known who is missing, as it is sent: the seed of its own mask, and those shared with each of them. Once: of others it says nothing any more.
   * @returns null: it tells nothing
   */
  revealed(missing: readonly number[]): Uint8Array | null {
    if (this.round === null || (this.told && String(this.told) !== String(missing))) return null;
    const { place, seeds } = this.round;
    const revealed = revealFor(place, { own: this.keys.own, seeds }, missing);
    if (revealed === null) return null;
    this.told = [...missing];
    return concatBytes(revealed.own, ...missing.map((other) => revealed.shared.get(other)!));
  }
}
