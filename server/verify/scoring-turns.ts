/** Whose a job is, and what it costs in the same unit as all others. */
export interface Claim {
  /** Classes take turns, whatever the number of their students. */
  group: string;
  /** Within a class its students do. */
  owner: string;
  cost?: number;
}

/** What somebody has had so far, and what is still to be done for them. */
interface Share {
  had: number;
}
interface OwnerShare<Item> extends Share {
  waiting: { item: Item; cost: number }[];
}
interface GroupShare<Item> extends Share {
  /** What its owners had when the last of them was served: a newcomer begins there. */
  floor: number;
  owners: Map<string, OwnerShare<Item>>;
}

/**
 * What waits, in fair turns: next comes the group that has had least, in it the owner that has had least, of whom the
 * oldest job. Who comes later begins level with those who are there, so that nobody saves turns up, and a thousand jobs
 * of one class move another class's single one back by one job alone.
 */
export class ScoringTurns<Item> {
  private readonly groups = new Map<string, GroupShare<Item>>();
  private floor = 0;
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Jobs of one group that wait. */
  waitingIn(group: string): number {
    let count = 0;
    for (const { waiting } of this.groups.get(group)?.owners.values() ?? []) count += waiting.length;
    return count;
  }

  /** Jobs of one owner that wait. */
  waitingOf({ group, owner }: Pick<Claim, 'group' | 'owner'>): number {
    return this.groups.get(group)?.owners.get(owner)?.waiting.length ?? 0;
  }

  add({ group, owner, cost = 1 }: Claim, item: Item): void {
    const ofGroup = this.groups.get(group) ?? { had: this.floor, floor: 0, owners: new Map() };
    this.groups.set(group, ofGroup);
    const ofOwner = ofGroup.owners.get(owner) ?? { had: ofGroup.floor, waiting: [] };
    ofGroup.owners.set(owner, ofOwner);
    ofOwner.waiting.push({ item, cost });
    this.count += 1;
  }

  /** The next job, or null where none waits. */
  take(): Item | null {
    const group = least(this.groups);
    if (group === null) return null;
    const [groupId, ofGroup] = group;
    const [ownerId, ofOwner] = least(ofGroup.owners)!;
    const { item, cost } = ofOwner.waiting.shift()!;
    this.count -= 1;
    this.floor = ofGroup.had;
    ofGroup.floor = ofOwner.had;
    ofGroup.had += cost;
    ofOwner.had += cost;
    // Of equals the one that was served last stands last.
    ofGroup.owners.delete(ownerId);
    if (ofOwner.waiting.length > 0) ofGroup.owners.set(ownerId, ofOwner);
    this.groups.delete(groupId);
    if (ofGroup.owners.size > 0) this.groups.set(groupId, ofGroup);
    return item;
  }

  /** Takes one out of its turn. False: it does not wait. */
  remove({ group, owner }: Pick<Claim, 'group' | 'owner'>, item: Item): boolean {
    const ofGroup = this.groups.get(group);
    const ofOwner = ofGroup?.owners.get(owner);
    const at = ofOwner?.waiting.findIndex((each) => each.item === item) ?? -1;
    if (!ofGroup || !ofOwner || at === -1) return false;
    ofOwner.waiting.splice(at, 1);
    this.count -= 1;
    if (ofOwner.waiting.length === 0) ofGroup.owners.delete(owner);
    if (ofGroup.owners.size === 0) this.groups.delete(group);
    return true;
  }

  /** All that waits, in the order in which it would be taken if nothing came to it. */
  order(): Item[] {
    const copy = this.copy();
    const items: Item[] = [];
    for (let item = copy.take(); item !== null; item = copy.take()) items.push(item);
    return items;
  }

  private copy(): ScoringTurns<Item> {
    const copy = new ScoringTurns<Item>();
    copy.floor = this.floor;
    copy.count = this.count;
    for (const [id, group] of this.groups) {
      const owners = new Map(
        [...group.owners].map(([owner, share]) => [owner, { ...share, waiting: [...share.waiting] }]),
      );
      copy.groups.set(id, { ...group, owners });
    }
    return copy;
  }
}

/** Who has had least; the first of equals. */
function least<Each extends Share>(shares: ReadonlyMap<string, Each>): [string, Each] | null {
  let found: [string, Each] | null = null;
  for (const entry of shares) if (found === null || entry[1].had < found[1].had) found = entry;
  return found;
}
