import type { ClientToServer } from '@/protocol/events';
import type { EventDefinition } from '@/server/live/event';
import { attach } from './attach';
import { auditRun } from './audit-run';
import { challengeSubmit } from './challenge-submit';
import { command } from './command';
import { ensembleCount } from './ensemble-count';
import { foolPictures } from './fool-pictures';
import { foolTry } from './fool-try';
import { mergeAverage } from './merge-average';
import { mergeUnits } from './merge-units';
import { poolAdd, poolClear, poolLabel, poolRemove } from './pool-change';
import { poolOpen } from './pool-open';
import { productNext } from './product-next';
import { relaySend } from './relay-send';
import { runAppend } from './run-append';
import { runAttach } from './run-attach';
import { runList } from './run-list';
import { runRead } from './run-read';
import { setUpRead } from './set-up-read';
import { sightShow, sightWatch } from './sight';
import { snapshotRead, snapshotTake } from './snapshot';
import { studentCode } from './student-code';
import { studentCondition } from './student-condition';

/** All that a socket can say. */
export const ALL_EVENTS: Readonly<Record<keyof ClientToServer, EventDefinition>> = {
  attach,
  command,
  'student:code': studentCode,
  'student:condition': studentCondition,
  'setup:read': setUpRead,
  'sight:watch': sightWatch,
  'sight:show': sightShow,
  'snapshot:take': snapshotTake,
  'snapshot:read': snapshotRead,
  'challenge:submit': challengeSubmit,
  'ensemble:count': ensembleCount,
  'audit:run': auditRun,
  'merge:average': mergeAverage,
  'merge:units': mergeUnits,
  'fool:try': foolTry,
  'fool:pictures': foolPictures,
  'pool:open': poolOpen,
  'pool:add': poolAdd,
  'pool:remove': poolRemove,
  'pool:label': poolLabel,
  'pool:clear': poolClear,
  'product:next': productNext,
  'relay:send': relaySend,
  'run:attach': runAttach,
  'run:append': runAppend,
  'run:list': runList,
  'run:read': runRead,
};
