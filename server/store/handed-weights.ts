import { surplusWeights } from '@/classroom/set-ups';
import type { Database } from './database';

/** Weights that a teacher has brought, to be handed with a set-up. */
export interface WeightsToHand {
  classId: string;
  /** SHA-256 of the bytes, in hexadecimal digits. */
  digest: string;
  /** Float32, little endian. */
  weights: Uint8Array;
}

/** Keeps weights, once; those go that no set-up names. @param named by the set-ups that stand */
export async function keepHandedWeights(
  { client }: Database,
  { classId, digest, weights }: WeightsToHand,
  named: readonly string[],
  now: number,
): Promise<void> {
  await client.$transaction(async (transaction) => {
    const savedAt = BigInt(now);
    await transaction.setUpWeights.upsert({
      where: { classId_digest: { classId, digest } },
      create: { classId, digest, savedAt, weights: Uint8Array.from(weights) },
      update: { savedAt },
    });
    const held = await transaction.setUpWeights.findMany({
      where: { classId },
      select: { digest: true },
      orderBy: [{ savedAt: 'desc' }, { digest: 'asc' }],
    });
    const gone = surplusWeights(
      held.map((one) => one.digest).filter((one) => one !== digest),
      new Set(named),
    );
    if (gone.length > 0)
      await transaction.setUpWeights.deleteMany({ where: { classId, digest: { in: gone } } });
  });
}

/** Null: there are none, or none any more. */
export async function readHandedWeights(
  { client }: Database,
  classId: string,
  digest: string,
): Promise<Uint8Array | null> {
  const row = await client.setUpWeights.findUnique({
    where: { classId_digest: { classId, digest } },
    select: { weights: true },
  });
  return row?.weights ?? null;
}
