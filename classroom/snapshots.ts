import { normaliseNote } from '@/protocol/bookmark';
import { LIMITS } from '@/protocol/limits';
import { refuse } from '@/protocol/refusals';
import type { Sight } from '@/protocol/sight';
import type { Snapshot, SnapshotEntry } from '@/protocol/snapshot';
import type { Decision } from './decision';
import type { ClassState } from './state';

/** Keeps what stood on a student's bench, behind the others, with no name and no caption. */
export function keepSnapshot(
  state: ClassState,
  { snapshotId, studentId, sight }: { snapshotId: string; studentId: string; sight: Sight },
  now: number,
): Decision {
  if (state.snapshots.some(({ id }) => id === snapshotId)) return { ok: true, state };
  if (state.students[studentId]?.membership !== 'in') return refuse('unknown-student');
  if (state.snapshots.length >= LIMITS.snapshotsPerClass) return refuse('too-many-snapshots');
  const { stepId, works } = sight;
  const made: Snapshot = {
    id: snapshotId,
    studentId,
    stepId,
    takenAt: now,
    caption: '',
    named: false,
    works,
  };
  return { ok: true, state: { ...state, snapshots: [...state.snapshots, made] } };
}

/** Says what it shows, and whether whose it is may be told. */
export function changeSnapshot(
  state: ClassState,
  { snapshotId, caption: typed, named }: { snapshotId: string; caption: string; named: boolean },
): Decision {
  const found = state.snapshots.find(({ id }) => id === snapshotId);
  if (!found) return refuse('unknown-snapshot');
  const caption = normaliseNote(typed);
  if (caption === found.caption && named === found.named) return { ok: true, state };
  return changed(
    state,
    state.snapshots.map((one) => (one === found ? { ...one, caption, named } : one)),
  );
}

/** Puts it at another place in the order. */
export function moveSnapshot(
  state: ClassState,
  { snapshotId, place }: { snapshotId: string; place: number },
): Decision {
  const found = state.snapshots.find(({ id }) => id === snapshotId);
  if (!found) return refuse('unknown-snapshot');
  const others = state.snapshots.filter((one) => one !== found);
  const at = Math.min(place, others.length);
  if (state.snapshots[at] === found) return { ok: true, state };
  return changed(state, [...others.slice(0, at), found, ...others.slice(at)]);
}

/** Takes it away. One that is not there is away already. */
export function removeSnapshot(state: ClassState, { snapshotId }: { snapshotId: string }): Decision {
  const snapshots = state.snapshots.filter(({ id }) => id !== snapshotId);
  return snapshots.length === state.snapshots.length ? { ok: true, state } : changed(state, snapshots);
}

const changed = (state: ClassState, snapshots: readonly Snapshot[]): Decision => ({
  ok: true,
  state: { ...state, snapshots },
});

/** Without what was on the bench: that is asked for. */
export function snapshotEntries({ snapshots }: ClassState): SnapshotEntry[] {
  return snapshots.map(({ works: _works, ...entry }) => entry);
}
