import type { TestProject } from 'vitest/node';
import { ServerProcess } from '@/people/server-process';

export interface SharedServer {
  origin: string;
  port: number;
  dataDir: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The servers that files share, one for each worker. */
    sharedServers: SharedServer[];
  }
}

/** Before the first file with a browser: a server for each worker, in which its files hold their classes one after the other. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const count = Number(project.config.maxWorkers);
  // The first alone: it builds what has changed.
  const servers = [await ServerProcess.start()];
  servers.push(...(await Promise.all(Array.from({ length: count - 1 }, () => ServerProcess.start()))));
  project.provide(
    'sharedServers',
    servers.map(({ origin, port, dataDir }) => ({ origin, port, dataDir })),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.remove()));
  };
}
