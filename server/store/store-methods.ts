import { type RecordRequest, writesRecords } from './record-requests';
import type { RemoteMethod } from './store-messages';

const WRITES = [
  'createClass',
  'applyChange',
  'deleteClass',
  'deleteStudent',
  'createGroup',
  'saveGroup',
  'deleteGroup',
  'attachRun',
  'appendBatch',
  'appendBatches',
  'foldRuns',
  'forgetDeleted',
  'saveWeights',
  'dropWeights',
  'keepCheckpoint',
  'keepHandedWeights',
  'saveRemark',
  'addDrawings',
  'removeDrawings',
  'savePoolLabels',
  'saveStepRecords',
  'keepFor',
  'announceDeletion',
  'noteUpkeep',
  'addEvents',
  'beginImport',
  'importRuns',
  'finishImport',
  'dropImports',
  'addShare',
  'removeShare',
  'seeShare',
] as const satisfies RemoteMethod[];
/** What only reads: nothing of it is lost with a file that is gone, and a full disk does not hinder it. */
const READS = [
  'findClassByCode',
  'loadClass',
  'listClasses',
  'loadGroup',
  'findGroupByCode',
  'listGroups',
  'listSittings',
  'listRuns',
  'readRunTable',
  'readRuns',
  'readRun',
  'readTraceTable',
  'listEvents',
  'readBatches',
  'listShares',
  'findShare',
  'readWeights',
  'listCheckpoints',
  'readCheckpoint',
  'readHandedWeights',
  'listRemarks',
  'readPool',
  'listDrawings',
  'listStepRecords',
  'listOverClasses',
  'listEmptyGroups',
  'listOpenClasses',
  'listReveals',
  'readKept',
  'upkeepDoneAt',
] as const satisfies RemoteMethod[];
/** Changes or reads, as its operations say. */
const RECORDS = 'records';

/** All that may be asked of a store in another thread. */
export const REMOTE_METHODS: readonly RemoteMethod[] = [
  ...WRITES,
  ...READS,
  RECORDS,
  'ping',
  'probe',
  'close',
];

/** Whether a call changes what is stored. */
export function isWrite(method: RemoteMethod, parameters: readonly unknown[]): boolean {
  if (method === RECORDS) return (parameters[0] as readonly RecordRequest[]).some(writesRecords);
  return (WRITES as readonly RemoteMethod[]).includes(method);
}

/** What is asked of a store about its contents; the rest is about the store itself. */
export function isStoreMethod(name: unknown): name is RemoteMethod {
  return ([...WRITES, ...READS, RECORDS, 'ping'] as readonly unknown[]).includes(name);
}
