import { z } from 'zod';
import { readWeights } from '@/engine/verify/check-weights';
import { networkExportQuery, POINTS_EXPORT_NAMES } from '@/protocol/network-exports';
import { refuse } from '@/protocol/refusals';
import { idSchema, type PictureRun, type PointsRun } from '@/protocol/run';
import { trainsPictures } from '@/protocol/run-kind';
import { keptWeights } from '@/server/export/network/kept-weights';
import { networkFile } from '@/server/export/network/network-files';
import { pointsFile } from '@/server/export/network/points/points-files';
import { takenPoints } from '@/server/export/network/points/points-network';
import type { Retraining } from '@/server/export/network/pytorch/pytorch-files';
import { takenNetwork } from '@/server/export/network/taken-network';
import type { Store } from '@/server/store/store';
import { readerOf } from './reader-of';
import { openRoute } from './route';
import { runFor } from './run-reader';
import { sendFile } from './send-file';

/** The network of a run to take along, where its weights are kept. */
export const networkExportRoute = openRoute({
  method: 'GET',
  path: '/api/runs/:id/export/:name',
  params: z.object({ id: idSchema, ...networkExportQuery }),
  handle: async ({ parts, request, response }, { id, name, names, me }) => {
    const found = await runFor(parts, request, id, me);
    if (!found.ok) return found;
    const { state, run } = found;
    const kept = await keptWeights(parts.store, id);
    if (!trainsPictures(run)) {
      const form = POINTS_EXPORT_NAMES.find((one) => one === name);
      const network = kept && takenPoints(state, run as PointsRun, kept, names === 'yes', readerOf(request));
      if (!network || !form) return refuse('network-not-kept');
      await sendFile(response, pointsFile(network, form, state.code));
      return null;
    }
    const network = kept && takenNetwork(state, run, kept, names === 'yes', readerOf(request));
    if (!network) return refuse('network-not-kept');
    const training = name === 'pytorch' ? await retraining(parts.store, run) : null;
    await sendFile(response, networkFile(network, name, state.code, training));
    return null;
  },
});

/** What it takes to do a training once more; null where it began with weights that are kept no longer. */
async function retraining(
  store: Store,
  { id, experiment, continues }: PictureRun,
): Promise<Retraining | null> {
  const begun = continues ? await store.readCheckpoint(continues.runId, continues.step) : null;
  const first = begun && readWeights(experiment, begun);
  if (continues && !(first instanceof Float32Array)) return null;
  return {
    points: (await store.readRun(id))?.points ?? [],
    first: first instanceof Float32Array ? first : null,
  };
}
