import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { EnvError } from '@/server/env';
import { logFor } from '@/server/log';
import type { StorageHealth } from './storage-health';

/** Of all the locks in a database, the one that its server holds for as long as it runs. */
const LOCK = 7_376_720_019;
/** Milliseconds to wait for one that is just going, and between two tries. */
const PATIENCE_MS = 5_000;
const RETRY_MS = 500;
/** Who was here last: whoever comes back and finds another name must not go on with what it remembers. */
/** Nodes that begin at the same moment make the table one after the other: `IF NOT EXISTS` alone fails for whoever is second. */
const TABLE_LOCK = 7_376_720_021;
const TABLE = `
  SELECT pg_advisory_xact_lock(${TABLE_LOCK});
  CREATE TABLE IF NOT EXISTS "_perceptroom_server" (one BOOLEAN PRIMARY KEY, name TEXT NOT NULL)`;
const SIGN = `INSERT INTO "_perceptroom_server" VALUES (true, $1) ON CONFLICT (one) DO UPDATE SET name = $1`;
/** A host that has lost its power says nothing: its connection counts as gone after a quarter of a minute. */
const KEEPALIVE =
  'SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3';

const log = logFor('store');

/**
 * The one place of a server on a PostgreSQL database, since each keeps its classes in memory: a lock on a connection of its own,
 * which the database gives free when that connection ends, however it ends. While it is lost nothing is written.
 */
export class SoleServer {
  private readonly name = randomUUID();
  private client: Client | null = null;
  private closed = false;

  private constructor(
    private readonly url: string,
    private readonly health: StorageHealth,
    private readonly onReplaced: () => void,
    private readonly shared: boolean,
  ) {}

  /**
   * Takes the place, after a few seconds if the last one is just leaving.
   * @param health is `unreachable` while the place is lost
   * @param onReplaced another server has been here meanwhile: this one must end
   * @param shared whether it is one of several nodes, which share the place: what each may write its leases say (server/nodes)
   * @throws EnvError while another server has it
   */
  static async claim(
    url: string,
    health: StorageHealth,
    onReplaced: () => void,
    { shared = false } = {},
  ): Promise<SoleServer> {
    const place = new SoleServer(url, health, onReplaced, shared);
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      if (await place.take((client) => place.sign(client))) return place;
      if (performance.now() > end) break;
      await wait(RETRY_MS);
    }
    throw new EnvError([
      'The database of DATABASE_URL is in use by another Perceptroom server; stop that one, give this one a database of its own, or give all of them REDIS_URL',
    ]);
  }

  /** Nodes sign alike: whoever comes between them is none. */
  private get signature(): string {
    return this.shared ? 'nodes' : this.name;
  }

  private async sign(client: Client): Promise<true> {
    await client.query(SIGN, [this.signature]);
    return true;
  }

  async release(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  /** Connects and asks for the lock. False: somebody else has it. @param enter what is done with it; false: leave again */
  private async take(enter: (client: Client) => Promise<boolean>): Promise<boolean> {
    const client = new Client({
      connectionString: this.url,
      connectionTimeoutMillis: PATIENCE_MS,
      keepAlive: true,
    });
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    try {
      await client.connect();
      await client.query(KEEPALIVE);
      const lock = this.shared ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
      const { rows } = await client.query<{ taken: boolean }>(`SELECT ${lock}($1) AS taken`, [LOCK]);
      if (rows[0]?.taken !== true) {
        await client.end();
        return false;
      }
      await client.query(TABLE);
      if (!(await enter(client))) {
        await client.end();
        return false;
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    return true;
  }

  private lose(client: Client): void {
    if (client !== this.client || this.closed) return;
    this.client = null;
    this.health.fence('unreachable');
    log.error('the connection that keeps other servers away has ended: nothing is written until it is back');
    void this.return();
  }

  private async return(): Promise<void> {
    while (!this.closed) {
      await wait(RETRY_MS);
      try {
        let replaced = false;
        const back = await this.take(async (client) => {
          const { rows } = await client.query<{ name: string }>('SELECT name FROM "_perceptroom_server"');
          replaced = rows[0]?.name !== this.signature;
          return !replaced;
        });
        if (back) {
          this.health.fence(null);
          return;
        }
        log.fatal('another server has taken the database: this one ends');
        this.onReplaced();
        return;
      } catch (error) {
        log.debug({ err: error }, 'the database cannot be reached yet');
      }
    }
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
