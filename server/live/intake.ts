import { RateLimiter } from '@/base/rate-limiter';
import { type Bucket, fullBucket, take } from '@/base/token-bucket';
import type { Bounds } from './bounds';

/** Go on (0), read nothing for so many milliseconds, or be rid of it. */
export type IntakeVerdict = number | 'hang-up';

/** A pause may be no longer than this: a line that says nothing for longer is taken for dead. */
const LONGEST_PAUSE_MS = 5_000;

/** What has come in, by whom: counts shared by all sockets of a person, and by all of an address that are nobody's yet. */
export class Intakes {
  readonly persons: RateLimiter;
  readonly addresses: RateLimiter;
  readonly packetsOfAddress: RateLimiter;

  constructor(
    readonly bounds: Bounds,
    readonly steady: () => number,
    /** Told of each socket that is hung up on for what it sent. */
    readonly onHangUp: () => void = () => undefined,
  ) {
    this.persons = new RateLimiter(bounds.bytesOfPerson);
    this.addresses = new RateLimiter(bounds.bytesOfAddress);
    this.packetsOfAddress = new RateLimiter(bounds.packetsOfAddress);
  }

  open(address: string): Intake {
    return new Intake(this, address);
  }
}

/** Counts what one socket sends before anything is made of it. */
export class Intake {
  private packets: Bucket;
  private person: string | null = null;
  private unattachedBytes = 0;
  private unattachedPackets = 0;

  constructor(
    private readonly all: Intakes,
    private readonly address: string,
  ) {
    this.packets = fullBucket(all.bounds.packets, all.steady());
  }

  belongTo(person: string | null): void {
    this.person = person;
  }

  take(bytes: number): IntakeVerdict {
    const { bounds, persons, addresses, packetsOfAddress } = this.all;
    const now = this.all.steady();
    const taken = take(this.packets, bounds.packets, now);
    this.packets = taken.bucket;
    if (!taken.allowed) return this.hangUp();
    if (this.person !== null) return Math.min(LONGEST_PAUSE_MS, persons.spend(this.person, bytes, now));
    this.unattachedBytes += bytes;
    this.unattachedPackets += 1;
    // Whoever has only said who it is never stands behind others of the same address.
    if (this.unattachedPackets > bounds.packetsToAttach && !packetsOfAddress.allow(this.address, now))
      return this.hangUp();
    if (this.unattachedBytes <= bounds.bytesToAttach) return 0;
    return addresses.spend(this.address, bytes, now) === 0 ? 0 : this.hangUp();
  }

  private hangUp(): IntakeVerdict {
    this.all.onHangUp();
    return 'hang-up';
  }
}
