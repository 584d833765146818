import { SerialQueue } from '@/base/serial-queue';
import { unitsOnScreen } from '@/classroom/merge-units';
import { openMerge, shownMerge } from '@/classroom/merges';
import type { ClassState } from '@/classroom/state';
import { inBytes, unitPictures } from '@/engine/together/unit-pictures';
import { readWeights } from '@/engine/verify/check-weights';
import { bytesToText } from '@/protocol/bytes-text';
import type { MergeUnitsAnswer } from '@/protocol/events';
import { type Merge, mergeAverageSchema } from '@/protocol/merge';
import { refuse } from '@/protocol/refusals';
import { attachedEvent } from '@/server/live/event';
import type { Store } from '@/server/store/store';

/** A class asks all at once when the teacher goes on; points are taken in between two of its networks. */
const oneReader = new SerialQueue();

/**
 * Pictures of what units look for: for watchers of the networks that are shown, for a student of the first one and of the own. Not part of views: those go out
 * with each change, and these are long.
 */
export const mergeUnits = attachedEvent({
  schema: mergeAverageSchema,
  roles: ['teacher', 'assistant', 'screen', 'student'],
  least: 'watch',
  limit: 'reads',
  handle: async ({ parts, live, role }, { mergeId }): Promise<MergeUnitsAnswer> => {
    const state = live.state();
    const merge = role.kind === 'student' ? openMerge(state) : shownMerge(state);
    if (merge?.id !== mergeId) return refuse('no-merge');
    const own =
      role.kind === 'student'
        ? await oneReader.run(() => withOwn(state, merge, role.studentId, parts.store))
        : null;
    const units = unitsOnScreen(merge, own?.networks, own?.own);
    return units ? { ok: true, units } : refuse('no-merge');
  },
});

/** The first network's units and the own ones at the same seats, where its weights are still those that were averaged; beside the first one itself the second. */
async function withOwn(
  state: ClassState,
  { found }: Merge,
  studentId: string,
  store: Pick<Store, 'readWeights'>,
) {
  const shown = found?.shown ?? [];
  const at = shown.findIndex((network) => network.studentId === studentId);
  if (at === 0) return { networks: shown.slice(0, 2), own: 0 };
  const first = shown.slice(0, 1);
  const own = at > 0 ? shown[at]! : await ownNetwork(state, found, studentId, store);
  return own ? { networks: [...first, own], own: first.length } : { networks: first, own: null };
}

async function ownNetwork(
  state: ClassState,
  found: Merge['found'],
  studentId: string,
  store: Pick<Store, 'readWeights'>,
) {
  const member = found?.members[studentId];
  if (!found || !member) return null;
  const score = state.scores.find(({ id }) => id === member.submissionId);
  if (!score || state.scores.findLast(({ runId }) => runId === score.runId) !== score) return null;
  const bytes = await store.readWeights(score.runId);
  const weights = bytes && readWeights(score.experiment, bytes);
  if (weights === null || typeof weights === 'string') return null;
  const units = found.seats.map((seat) => member.order[seat]!);
  const own = unitPictures(score.experiment, weights, units);
  return { units, pictures: bytesToText(new Uint8Array(inBytes(own, own, units.length).buffer)) };
}
