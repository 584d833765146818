import type { Assistant } from '@/classroom/state';
import type { Prisma } from '@/generated/sqlite/client';
import type { AssistantModel } from '@/generated/sqlite/models';
import { toBigInt, toNumber } from './moments';

/** Writes the whole list: it is short, and seldom changed. */
export async function putAssistants(
  transaction: Prisma.TransactionClient,
  classId: string,
  assistants: readonly Assistant[],
): Promise<void> {
  await transaction.assistant.deleteMany({ where: { classId } });
  if (assistants.length === 0) return;
  await transaction.assistant.createMany({
    data: assistants.map(({ madeAt, lastSeenAt, endsAt, ...rest }, position) => ({
      ...rest,
      classId,
      position,
      madeAt: BigInt(madeAt),
      lastSeenAt: toBigInt(lastSeenAt),
      endsAt: toBigInt(endsAt),
    })),
  });
}

/** A link as it was written. */
export function assistantOf(row: AssistantModel): Assistant {
  const { id, name, role, tokenHash, madeAt, lastSeenAt, endsAt, endsWithClass } = row;
  return {
    id,
    name,
    role: role as Assistant['role'],
    tokenHash,
    madeAt: Number(madeAt),
    lastSeenAt: toNumber(lastSeenAt),
    endsAt: toNumber(endsAt),
    endsWithClass,
  };
}
