import type { Prisma } from '@/generated/sqlite/client';
import type { SnapshotModel } from '@/generated/sqlite/models';
import type { Snapshot } from '@/protocol/snapshot';

/** What has changed of a class's snapshots: what stood on a bench never does. */
export interface SnapshotChange {
  added: readonly { snapshot: Snapshot; position: number }[];
  /** Caption, name or place. */
  changed: readonly { snapshot: Snapshot; position: number }[];
  removed: readonly string[];
}

export function snapshotsChanged(
  before: readonly Snapshot[],
  after: readonly Snapshot[],
  isStudent: (id: string) => boolean,
): SnapshotChange {
  if (before === after) return { added: [], changed: [], removed: [] };
  const was = new Map(before.map((snapshot, position) => [snapshot.id, { snapshot, position }]));
  const is = new Set(after.map(({ id }) => id));
  const placed = after.map((snapshot, position) => ({ snapshot, position }));
  return {
    added: placed.filter(({ snapshot }) => !was.has(snapshot.id) && isStudent(snapshot.studentId)),
    changed: placed.filter(({ snapshot, position }) => {
      const one = was.get(snapshot.id);
      return one !== undefined && (one.snapshot !== snapshot || one.position !== position);
    }),
    removed: before.filter(({ id }) => !is.has(id)).map(({ id }) => id),
  };
}

export async function putSnapshots(
  transaction: Prisma.TransactionClient,
  classId: string,
  { added, changed, removed }: SnapshotChange,
): Promise<void> {
  if (removed.length > 0)
    await transaction.snapshot.deleteMany({ where: { classId, id: { in: [...removed] } } });
  for (const { snapshot, position } of changed) {
    const { caption, named } = snapshot;
    await transaction.snapshot.updateMany({
      where: { classId, id: snapshot.id },
      data: { caption, named, position },
    });
  }
  for (const { snapshot, position } of added) {
    const { works, takenAt, ...rest } = snapshot;
    await transaction.snapshot.create({
      data: { ...rest, classId, position, takenAt: BigInt(takenAt), works: JSON.stringify(works) },
    });
  }
}

/** A snapshot as it was written. */
export function snapshotOf({
  id,
  studentId,
  stepId,
  takenAt,
  caption,
  named,
  works,
}: SnapshotModel): Snapshot {
  return { id, studentId, stepId, takenAt: Number(takenAt), caption, named, works: JSON.parse(works) };
}
