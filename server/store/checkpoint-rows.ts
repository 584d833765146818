import { type CheckpointQuota, type HeldCheckpoint, surplusCheckpoints } from '@/classroom/checkpoints';
import type { CheckpointListing } from '@/protocol/checkpoints';
import type { Finding } from '@/protocol/finding';
import type { Database } from './database';
import type { CheckpointToKeep } from './store';

/** The class's moments as the rule sees them; whole numbers as the providers give them. */
interface HeldRow {
  runId: string;
  studentId: string;
  step: number | bigint;
  size: number | bigint;
  savedAt: number | bigint;
  validationLoss: number | null;
}

/** Keeps a moment and lets those go for which there is no room any more. `unknown`: the run is gone. Of one class one at a time: its owner sees to that. */
export async function keepCheckpoint(
  { client }: Database,
  { runId, step, weights, findings, validationLoss, validationAccuracy }: CheckpointToKeep,
  quota: CheckpointQuota,
  now: number,
): Promise<'kept' | 'dropped' | 'unknown'> {
  return client.$transaction(async (transaction) => {
    const run = await transaction.run.findUnique({
      where: { id: runId },
      select: { classId: true, studentId: true },
    });
    if (run === null) return 'unknown';
    const { classId, studentId } = run;
    const rows = await transaction.$queryRaw<HeldRow[]>`
      SELECT c."runId", r."studentId", c."step", c."size", c."savedAt", c."validationLoss"
      FROM "Checkpoint" c JOIN "Run" r ON r."id" = c."runId" WHERE r."classId" = ${classId}`;
    const one = { runId, studentId, step, size: weights.byteLength, savedAt: now, validationLoss };
    const others = rows.map(heldOf).filter((other) => other.runId !== runId || other.step !== step);
    const gone = surplusCheckpoints([...others, one], quota);
    for (const each of gone)
      await transaction.checkpoint.deleteMany({ where: { runId: each.runId, step: each.step } });
    if (gone.includes(one)) return 'dropped';
    const data = {
      size: weights.byteLength,
      savedAt: BigInt(now),
      validationLoss,
      validationAccuracy,
      findings: JSON.stringify(findings),
      weights: Uint8Array.from(weights),
    };
    await transaction.checkpoint.upsert({
      where: { runId_step: { runId, step } },
      create: { runId, step, ...data },
      update: data,
    });
    return 'kept';
  });
}

/** The kept moments of a run, in order, without their weights. */
export async function listCheckpoints({ client }: Database, runId: string): Promise<CheckpointListing[]> {
  const rows = await client.checkpoint.findMany({
    where: { runId },
    orderBy: { step: 'asc' },
    omit: { weights: true, runId: true },
  });
  return rows.map(({ savedAt, findings, ...row }) => ({
    ...row,
    savedAt: Number(savedAt),
    findings: JSON.parse(findings) as Finding[],
  }));
}

/** The weights of a moment; null: there is none at this step. */
export async function readCheckpoint(
  { client }: Database,
  runId: string,
  step: number,
): Promise<Uint8Array | null> {
  const row = await client.checkpoint.findUnique({
    where: { runId_step: { runId, step } },
    select: { weights: true },
  });
  return row?.weights ?? null;
}

const heldOf = ({ runId, studentId, step, size, savedAt, validationLoss }: HeldRow): HeldCheckpoint => ({
  ...{ runId, studentId, validationLoss },
  step: Number(step),
  size: Number(size),
  savedAt: Number(savedAt),
});
