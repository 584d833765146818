import type { ClassState } from '@/classroom/state';
import { EXPORTS, type ExportName } from '@/protocol/exports';
import type { Store } from '@/server/store/store';
import { classFile } from './class-file';
import type { ExportSource } from './export-source';
import { csvTable } from './tables';
import { tensorboardZip } from './tensorboard/log-folder';

/** A file to take along. */
export interface ExportFile {
  name: string;
  contentType: string;
  content: AsyncIterable<string | Uint8Array>;
}

/** Makes an export of a class, piece by piece as it is read. */
export async function exportFile(
  store: Store,
  state: ClassState,
  wanted: ExportName,
  named: boolean,
): Promise<ExportFile> {
  const source: ExportSource = {
    state,
    runs: await store.listRuns(state.id, null),
    pointsOf: async (runId) => (await store.readRun(runId))?.points ?? [],
    weightsOf: (runId) => store.readWeights(runId),
    named,
  };
  const { file, contentType } = EXPORTS[wanted];
  return {
    name: `perceptroom-${state.code}-${file}`,
    contentType,
    content: await contentOf(store, source, wanted),
  };
}

async function contentOf(
  store: Store,
  source: ExportSource,
  wanted: ExportName,
): Promise<AsyncIterable<string | Uint8Array>> {
  switch (wanted) {
    case 'class':
      return classFile({
        ...source,
        pool: await store.readPool(source.state.id),
        events: await store.listEvents(source.state.id),
        batchesOf: (runId) => store.readBatches(runId),
      });
    case 'tensorboard':
      return tensorboardZip(source);
    default:
      return csvTable(wanted, source);
  }
}
