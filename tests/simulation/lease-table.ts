import type { Fence } from '@/server/store/fence';

const LEASE_MS = 3_000;

interface Lease {
  node: string;
  address: string;
  epoch: number;
  until: number;
}

/** The table of leases as the database has it, with the statements of server/store/room-leases, by the database's own clock. */
export class LeaseTable {
  private readonly leases = new Map<string, Lease>();
  private epochs = 0;

  constructor(private readonly now: () => number) {}

  /** Answers a statement as `pg` would. */
  query(text: string, values: readonly unknown[]): object[] {
    const statement = text.trim();
    if (statement.startsWith('INSERT')) return this.claim(...(values as [string, string, string]));
    if (statement.startsWith('UPDATE')) return this.renew(...(values as [string, string[], number[]]));
    if (statement.startsWith('SELECT node')) return this.owner(...(values as [string]));
    if (statement.startsWith('DELETE')) return this.release(...(values as [string, string[]]));
    throw new Error(`no such statement: ${statement}`);
  }

  stillHolds({ room, epoch }: Fence): boolean {
    return this.leases.get(room)?.epoch === epoch;
  }

  /** The node that took the room last; null: it was given up. */
  ownerOf(room: string): string | null {
    return this.leases.get(room)?.node ?? null;
  }

  private claim(room: string, node: string, address: string): object[] {
    const held = this.leases.get(room);
    if (held && held.node !== node && held.until >= this.now()) return [];
    this.epochs += 1;
    this.leases.set(room, { node, address, epoch: this.epochs, until: this.now() + LEASE_MS });
    return [{ epoch: String(this.epochs) }];
  }

  private renew(node: string, rooms: readonly string[], epochs: readonly number[]): object[] {
    return rooms.flatMap((room, at) => {
      const held = this.leases.get(room);
      if (!held || held.node !== node || held.epoch !== epochs[at]) return [];
      held.until = this.now() + LEASE_MS;
      return [{ room }];
    });
  }

  private owner(room: string): object[] {
    const held = this.leases.get(room);
    return held && held.until >= this.now() ? [{ node: held.node, address: held.address }] : [];
  }

  private release(node: string, rooms: readonly string[]): object[] {
    for (const room of rooms) if (this.leases.get(room)?.node === node) this.leases.delete(room);
    return [];
  }
}
