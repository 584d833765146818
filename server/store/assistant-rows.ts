import type { Assistant } from '@/classroom/state';
import type { Prisma } from '@/generated/sqlite/client';
import type { AssistantModel } from '@/generated/sqlite/models';

/** Writes the whole list: it is short, and seldom changed. */
export async function putAssistants(
  transaction: Prisma.TransactionClient,
  classId: string,
  assistants: readonly Assistant[],
): Promise<void> {
  await transaction.assistant.deleteMany({ where: { classId } });
  if (assistants.length === 0) return;
  await transaction.assistant.createMany({
    data: assistants.map(({ madeAt, lastSeenAt, ...rest }, position) => ({
      ...rest,
      classId,
      position,
      madeAt: BigInt(madeAt),
      lastSeenAt: lastSeenAt === null ? null : BigInt(lastSeenAt),
    })),
  });
}

/** A link as it was written. */
export function assistantOf({ id, name, role, tokenHash, madeAt, lastSeenAt }: AssistantModel): Assistant {
  return {
    id,
    name,
    role: role as Assistant['role'],
    tokenHash,
    madeAt: Number(madeAt),
    lastSeenAt: lastSeenAt === null ? null : Number(lastSeenAt),
  };
}
