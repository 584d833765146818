import type { Bounds } from './bounds';

/** One receiver's bytes that wait to be taken, and the way to hang up on it. */
export class Backlog {
  bytes = 0;
  private readonly groups: Group[];
  private person: Group | null = null;
  private open = true;

  constructor(
    private readonly all: Backlogs,
    address: Group,
    readonly hangUp: () => void,
  ) {
    this.groups = [address, all.server];
    for (const group of this.groups) group.members.add(this);
  }

  /** Something is to be sent. */
  add(bytes: number): void {
    if (!this.open) return;
    this.count(bytes);
    if (this.bytes > this.all.bounds.socket) {
      this.cut('socket');
      return;
    }
    for (const group of this.person ? [this.person, ...this.groups] : this.groups) {
      // The one that takes least is let go, not the one that happened to be next.
      if (group.bytes > group.most) largestOf(group).cut(group.kind);
    }
  }

  /** It has left. */
  sent(bytes: number): void {
    if (this.open) this.count(-bytes);
  }

  /** From now on this is a tab of a person; null: of nobody. */
  belongTo(person: string | null): void {
    if (!this.open) return;
    if (this.person) this.all.leave(this.person, this);
    this.person = person === null ? null : this.all.personOf(person);
    if (!this.person) return;
    this.person.members.add(this);
    this.person.bytes += this.bytes;
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    for (const group of this.person ? [this.person, ...this.groups] : this.groups)
      this.all.leave(group, this);
    this.bytes = 0;
  }

  private cut(kind: BacklogKind): void {
    this.close();
    this.all.onCut(kind);
    this.hangUp();
  }

  private count(bytes: number): void {
    this.bytes += bytes;
    for (const group of this.groups) group.bytes += bytes;
    if (this.person) this.person.bytes += bytes;
  }
}

export type BacklogKind = keyof Bounds['backlog'];

/** Receivers that share a bound. */
interface Group {
  readonly kind: BacklogKind;
  readonly key: string;
  readonly most: number;
  bytes: number;
  readonly members: Set<Backlog>;
}

function largestOf(group: Group): Backlog {
  return [...group.members].reduce((most, one) => (one.bytes > most.bytes ? one : most));
}

/** Counts every byte that waits for a receiver: a socket's, a person's, an address's, the server's. */
export class Backlogs {
  readonly server: Group;
  private readonly groups = new Map<string, Group>();

  /** @param onCut is told which bound was passed when a receiver is hung up on */
  constructor(
    readonly bounds: Bounds['backlog'],
    readonly onCut: (kind: BacklogKind) => void = () => undefined,
  ) {
    this.server = { kind: 'server', key: '', most: bounds.server, bytes: 0, members: new Set() };
  }

  /** Bytes that wait, over all receivers. */
  get bytes(): number {
    return this.server.bytes;
  }

  open(address: string, hangUp: () => void): Backlog {
    return new Backlog(this, this.group('address', address), hangUp);
  }

  personOf(person: string): Group {
    return this.group('person', person);
  }

  leave(group: Group, member: Backlog): void {
    group.bytes -= member.bytes;
    group.members.delete(member);
    if (group.members.size === 0) this.groups.delete(group.key);
  }

  private group(kind: 'address' | 'person', name: string): Group {
    const key = `${kind} ${name}`;
    let group = this.groups.get(key);
    if (!group) {
      group = { kind, key, most: this.bounds[kind], bytes: 0, members: new Set() };
      this.groups.set(key, group);
    }
    return group;
  }
}
