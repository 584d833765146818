import type { ClassState } from '@/classroom/state';
import type { Fence } from '@/server/store/fence';

/** Keeps a room (a class of its own, or a group with all of its sittings) at this node while it is used: see server/store/room-leases. */
export interface RoomKeeper {
  /** @throws ElsewhereError while another node has it */
  claim(room: string): Promise<Fence>;
  /** Lets go of what has not been used for so many milliseconds. */
  releaseUnused(inUse: ReadonlySet<string>, milliseconds: number): Promise<void>;
  /** Calls back when a room was lost to another node. */
  onLost(listener: (room: string) => void): void;
}

/** What is kept in the memory of one node for all of them; ids of rooms are longer. */
export type NodeDuty = 'imports' | 'page-codes' | 'upkeep';

/** What goes from node to node together: all sittings of a group are led on, shared and deleted together. */
export function roomOf({ id, groupId }: Pick<ClassState, 'id' | 'groupId'>): string {
  return groupId ?? id;
}
