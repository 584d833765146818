import { Client } from 'pg';
import { ServerProcess } from '@/people/server-process';
import { type CuttableLine, openCuttableLine } from '@/tests/store/cuttable-line';
import { type PostgresServer, startPostgres } from '@/tests/store/postgres-server';
import { type RedisServer, startRedis } from './redis-server';
import { RoundRobin } from './round-robin';

/** Three servers on one PostgreSQL and one Redis, behind a proxy that has no favourites. */
export interface ThreeNodes {
  /** Of the proxy. */
  url: string;
  proxy: RoundRobin;
  nodes: ServerProcess[];
  postgres: PostgresServer;
  databaseUrl: string;
  redis: RedisServer;
  /** The network between a node and all that it shares with the others. */
  network(node: number): Pick<CuttableLine, 'block' | 'unblock'>;
  /** Which node has the live state of a class, by its number; null: none. */
  ownerOf(room: string): Promise<number | null>;
  remove(): Promise<void>;
}

/** Starts them. `env`: variables for all of them; `command`: what is run, if not the built server; `prepare`: what is done with the database before. */
export async function startThreeNodes({
  env = {},
  command,
  prepare = async () => undefined,
}: {
  env?: Record<string, string>;
  command?: readonly string[];
  prepare?: (databaseUrl: string) => Promise<void>;
} = {}): Promise<ThreeNodes> {
  const [postgres, redis, proxy] = await Promise.all([startPostgres(), startRedis(), RoundRobin.start()]);
  const databaseUrl = await postgres.createDatabase();
  await prepare(databaseUrl);
  const lines = await Promise.all(
    [0, 1, 2].map(() => Promise.all([openCuttableLine(databaseUrl), openCuttableLine(redis.url)])),
  );
  const nodes = await Promise.all(
    lines.map(([database, inboxes]) =>
      ServerProcess.start({
        hostname: '127.0.0.1',
        ...(command && { command }),
        env: (port) => ({
          DATABASE_URL: database.url,
          REDIS_URL: inboxes.url,
          PUBLIC_ORIGIN: proxy.url,
          AUTH_SECRET: 'one secret for all of the three nodes',
          NODE_ADDRESS: `127.0.0.1:${port}`,
          ...env,
        }),
      }),
    ),
  );
  proxy.leadTo(nodes.map(({ port }) => port));
  return {
    ...{ url: proxy.url, proxy, nodes, postgres, databaseUrl, redis },
    network: (node) => ({
      block: () => {
        for (const line of lines[node]!) line.block();
      },
      unblock: () => {
        for (const line of lines[node]!) line.unblock();
      },
    }),
    async ownerOf(room) {
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      const { rows } = await client.query<{ address: string }>(
        'SELECT address FROM "_perceptroom_lease" WHERE room = $1 AND until > clock_timestamp()',
        [room],
      );
      await client.end();
      const found = nodes.findIndex(({ port }) => rows[0]?.address === `127.0.0.1:${port}`);
      return found < 0 ? null : found;
    },
    async remove() {
      await Promise.all(nodes.map((node) => node.remove()));
      await Promise.all([proxy.close(), ...lines.flat().map((line) => line.close())]);
      await Promise.all([postgres.stop(), redis.stop()]);
    },
  };
}
