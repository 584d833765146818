import type { Prisma } from '@/generated/sqlite/client';
import type { SetUpModel } from '@/generated/sqlite/models';
import type { SetUp } from '@/protocol/set-up';

/** Writes the whole list: it is short, and written only when somebody hands one. */
export async function putSetUps(
  transaction: Prisma.TransactionClient,
  classId: string,
  setUps: readonly SetUp[],
): Promise<void> {
  await transaction.setUp.deleteMany({ where: { classId } });
  if (setUps.length === 0) {
    // The class has gone on: nobody may have what went along any more.
    await transaction.setUpWeights.deleteMany({ where: { classId } });
    return;
  }
  await transaction.setUp.createMany({
    data: setUps.map(({ id, stepId, handedAt, to, works, weights }, position) => ({
      classId,
      id,
      position,
      stepId,
      handedAt: BigInt(handedAt),
      to: to && JSON.stringify(to),
      works: JSON.stringify(works),
      weights: weights ?? null,
    })),
  });
}

/** A set-up as it was written. */
export function setUpOf({ id, stepId, handedAt, to, works, weights }: SetUpModel): SetUp {
  return {
    id,
    stepId,
    handedAt: Number(handedAt),
    to: to === null ? null : JSON.parse(to),
    works: JSON.parse(works),
    ...(weights !== null && { weights }),
  };
}
