import type { Reveal } from '@/protocol/reveal';
import type { Database } from './database';
import type { Piece } from './retention-rows';

/** A reveal that was begun. */
export interface StoredReveal {
  /** The class's. */
  id: string;
  begunAt: number;
  /** It has come to its last stop. */
  isOver: boolean;
}

/** See `Store.listReveals`. */
export async function listReveals({ client }: Database, { after, most }: Piece): Promise<StoredReveal[]> {
  const rows = await client.class.findMany({
    where: { phase: 'ended', reveal: { not: null }, id: { gt: after } },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true, reveal: true },
  });
  return rows.map(({ id, reveal }) => {
    const { begunAt, furthest } = JSON.parse(reveal!) as Reveal;
    return { id, begunAt, isOver: furthest.phase === 'picture' };
  });
}
