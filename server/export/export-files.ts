import type { ClassState } from '@/classroom/state';
import type { Language } from '@/lessons/languages';
import { EXPORTS, type ExportName } from '@/protocol/exports';
import type { Store } from '@/server/store/store';
import { classFile } from './class-file';
import { classPictures } from './dataset/class-pictures';
import { datasetFiles } from './dataset/dataset-files';
import type { ExportSource } from './export-source';
import { csvTable, parquetTable } from './tables';
import { tensorboardZip } from './tensorboard/log-folder';
import { zipFile } from './zip-file';

/** A file to take along. */
export interface ExportFile {
  name: string;
  contentType: string;
  content: AsyncIterable<string | Uint8Array>;
}

/** Makes an export of a class, piece by piece as it is read. @param language of texts in it that people read */
export async function exportFile(
  store: Store,
  state: ClassState,
  wanted: ExportName,
  named: boolean,
  language: Language,
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
    content: await contentOf(store, source, wanted, language),
  };
}

async function contentOf(
  store: Store,
  source: ExportSource,
  wanted: ExportName,
  language: Language,
): Promise<AsyncIterable<string | Uint8Array>> {
  switch (wanted) {
    case 'class':
      return classFile({
        ...source,
        pool: await store.readPool(source.state.id),
        events: await store.listEvents(source.state.id),
        steps: await store.listStepRecords(source.state.id),
        remarks: await store.listRemarks(source.runs.map(({ id }) => id)),
        checkpointsOf: (runId) => store.listCheckpoints(runId),
        checkpointAt: (runId, step) => store.readCheckpoint(runId, step),
        batchesOf: (runId) => store.readBatches(runId),
      });
    case 'dataset': {
      const pool = await store.readPool(source.state.id);
      return zipFile(datasetFiles(classPictures(source.state, pool, language)));
    }
    case 'tensorboard':
      return tensorboardZip(source);
    case 'runs-parquet':
      return parquetTable('runs', source);
    case 'points-parquet':
      return parquetTable('points', source);
    default:
      return csvTable(wanted, source);
  }
}
