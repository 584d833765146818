import { makeAssistantRoute, removeAssistantRoute } from './assistant-routes';
import { markMomentRoute, noteBookmarkRoute, removeBookmarkRoute } from './bookmark-routes';
import { checkpointWeightsRoute, keepCheckpointRoute } from './checkpoint-routes';
import { createClassRoute, deleteClassRoute, deleteStudentRoute, entranceRoute } from './class-routes';
import { classCurvesRoute, stretchRoute } from './curve-routes';
import { deviceRoute } from './device-route';
import { exportRoute } from './export-route';
import {
  addGroupOwnerRoute,
  changeGroupRoute,
  deleteGroupRoute,
  deleteGroupStudentRoute,
  groupOwnersRoute,
  makeGroupRoute,
  removeGroupOwnerRoute,
} from './group-routes';
import { importClassRoute, lookAtClassFileRoute } from './import-routes';
import { keepClassRoute, keepGroupRoute } from './keeping-routes';
import { LEAK_ROUTES } from './leak-routes';
import { networkExportRoute } from './network-export-route';
import {
  deleteOwnDataRoute,
  ownCheckpointRoute,
  ownPageByCodeRoute,
  ownPageCodeRoute,
  ownPageRoute,
} from './own-page-routes';
import { addOwnerRoute, ownersRoute, removeOwnerRoute } from './owner-routes';
import { importPoolRoute, poolFileRoute, poolRoute, poolWallRoute } from './pool-routes';
import { remarkRoute } from './remark-routes';
import { roundNetworkRoute, roundWeightsRoute } from './round-routes';
import type { Route, RouteParams } from './route';
import { bringWeightsRoute, handedWeightsRoute } from './set-up-routes';
import { listSharesRoute, makeShareRoute, removeShareRoute } from './share-routes';
import { changeSnapshotRoute, moveSnapshotRoute, removeSnapshotRoute } from './snapshot-routes';
import { handInRoute, submissionRoute } from './submissions';

/** All that our own pages ask over HTTP, apart from accounts (server/auth/accounts). */
export const ROUTES: readonly Route[] = [
  deviceRoute,
  createClassRoute,
  lookAtClassFileRoute,
  importClassRoute,
  entranceRoute,
  deleteClassRoute,
  deleteStudentRoute,
  ownersRoute,
  addOwnerRoute,
  removeOwnerRoute,
  makeAssistantRoute,
  removeAssistantRoute,
  markMomentRoute,
  noteBookmarkRoute,
  removeBookmarkRoute,
  changeSnapshotRoute,
  moveSnapshotRoute,
  removeSnapshotRoute,
  listSharesRoute,
  makeShareRoute,
  removeShareRoute,
  exportRoute,
  classCurvesRoute,
  stretchRoute,
  keepClassRoute,
  networkExportRoute,
  makeGroupRoute,
  changeGroupRoute,
  deleteGroupRoute,
  deleteGroupStudentRoute,
  keepGroupRoute,
  groupOwnersRoute,
  addGroupOwnerRoute,
  removeGroupOwnerRoute,
  ownPageRoute,
  ownPageByCodeRoute,
  ownPageCodeRoute,
  ownCheckpointRoute,
  deleteOwnDataRoute,
  keepCheckpointRoute,
  checkpointWeightsRoute,
  remarkRoute,
  handInRoute,
  submissionRoute,
  roundNetworkRoute,
  roundWeightsRoute,
  ...LEAK_ROUTES,
  bringWeightsRoute,
  handedWeightsRoute,
  poolRoute,
  poolWallRoute,
  poolFileRoute,
  importPoolRoute,
];

/** Under these everything is in the table, or nowhere. */
const ROOTS = ['/api/classes', '/api/device', '/api/groups', '/api/me', '/api/runs'];

/** The route of an address with what stands in it; `none`: an address of ours that means nothing; null: none of ours. */
export function findRoute(
  method: string | undefined,
  { pathname, searchParams }: URL,
): { route: Route; params: RouteParams } | 'none' | null {
  if (!ROOTS.some((root) => pathname === root || pathname.startsWith(`${root}/`))) return null;
  const given = pathname.split('/');
  for (const route of ROUTES) {
    if (route.method !== method) continue;
    const params = matched(route.path.split('/'), given);
    if (params) return { route, params: { ...Object.fromEntries(searchParams), ...params } };
  }
  return 'none';
}

function matched(path: readonly string[], given: readonly string[]): Record<string, string> | null {
  if (path.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of path.entries()) {
    if (segment.startsWith(':')) params[segment.slice(1)] = decode(given[index]!);
    else if (segment !== given[index]) return null;
  }
  return params;
}

/** What is not coded as an address must be is nothing that we know. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
