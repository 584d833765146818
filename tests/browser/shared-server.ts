import { inject } from 'vitest';
import type { SharedServer } from './servers.setup';

/**
 * The server that the files of this worker share: for whoever brings teachers and classes of the own and leaves the server as it is.
 * Who ends it, or changes its settings, starts one (people/server-process).
 */
export function sharedServer(): SharedServer {
  const servers = inject('sharedServers');
  return servers[(Number(process.env.VITEST_POOL_ID) - 1) % servers.length]!;
}
