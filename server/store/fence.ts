import type { Prisma } from '@/generated/sqlite/client';

/** What a node shows with each write of a class's state: which room it has, since which taking. See room-leases. */
export interface Fence {
  room: string;
  epoch: number;
}

/** Whether the room is still with whoever shows this. While the transaction lasts nobody else can take it. PostgreSQL alone. */
export async function stillHolds(
  transaction: Prisma.TransactionClient,
  { room, epoch }: Fence,
): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "_perceptroom_lease" WHERE room = ${room} AND epoch = ${epoch}::bigint FOR SHARE`;
  return rows.length > 0;
}
