import type { Database } from './database';

/** The weights that a run was handed in with: one set a run, the newest. */

export async function saveWeights(
  { client }: Database,
  runId: string,
  weights: Uint8Array,
  now: number,
): Promise<void> {
  const data = { bytes: Uint8Array.from(weights), savedAt: BigInt(now) };
  await client.weights.upsert({ where: { runId }, create: { runId, ...data }, update: data });
}

export async function loadWeights({ client }: Database, runId: string): Promise<Uint8Array | null> {
  const row = await client.weights.findUnique({ where: { runId }, select: { bytes: true } });
  return row?.bytes ?? null;
}

export async function dropWeights({ client }: Database, runIds: readonly string[]): Promise<void> {
  await client.weights.deleteMany({ where: { runId: { in: [...runIds] } } });
}
