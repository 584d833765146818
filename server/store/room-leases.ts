import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { ElsewhereError, type NodePlace } from './elsewhere';
import type { Fence } from './fence';
import { StorageError, troubleOfError } from './storage-trouble';

/** How long a room stays with a node that says nothing more, by the database's clock, and between two words of a node. */
const LEASE_MS = 3_000;
const RENEW_MS = 1_000;
/** Without the database for so long a node lets go of its rooms: another may have had them for a while, and whoever is here finds that one. */
const LET_GO_MS = 10_000;
/** A statement that takes longer tells that the database cannot be reached. */
const STATEMENT_MS = 5_000;
/** Two nodes that begin at the same moment make the table one after the other. */
const TABLE_LOCK = 7_376_720_020;
const TABLE = `
  SELECT pg_advisory_xact_lock(${TABLE_LOCK});
  CREATE SEQUENCE IF NOT EXISTS "_perceptroom_epoch";
  CREATE TABLE IF NOT EXISTS "_perceptroom_lease" (
    room TEXT PRIMARY KEY, node TEXT NOT NULL, address TEXT NOT NULL, epoch BIGINT NOT NULL, until TIMESTAMPTZ NOT NULL);
  DELETE FROM "_perceptroom_lease" WHERE until < clock_timestamp() - interval '1 day'`;
const UNTIL = `clock_timestamp() + interval '${LEASE_MS} milliseconds'`;
/** Whoever waits for the row sees it as the other has left it: so one of two gets it, and what that one had written by then is committed. */
const CLAIM = `
  INSERT INTO "_perceptroom_lease" AS held VALUES ($1, $2, $3, nextval('"_perceptroom_epoch"'), ${UNTIL})
  ON CONFLICT (room) DO UPDATE
    SET node = excluded.node, address = excluded.address, epoch = excluded.epoch, until = excluded.until
    WHERE held.node = excluded.node OR held.until < clock_timestamp()
  RETURNING epoch`;
const OWNER = 'SELECT node, address FROM "_perceptroom_lease" WHERE room = $1 AND until >= clock_timestamp()';
/** One that has lapsed and that nobody else has taken is as good as before. */
const RENEW = `
  UPDATE "_perceptroom_lease" AS held SET until = ${UNTIL}
  FROM unnest($2::text[], $3::bigint[]) AS ours(room, epoch)
  WHERE held.room = ours.room AND held.epoch = ours.epoch AND held.node = $1
  RETURNING held.room`;
const RELEASE = 'DELETE FROM "_perceptroom_lease" WHERE node = $1 AND room = ANY($2::text[])';

interface Held {
  fence: Fence;
  /** Of the process's steady clock. */
  since: number;
}

/**
 * Which rooms this node has. A room is a class of its own or a group with all of its sittings, known by its id. Its live state is at one node at
 * a time: a row of the database says at which and until when, by the database's own clock. Each time that a room is taken it gets a new epoch,
 * which every write of its state carries (`Store.saveClass`): a node that no longer has the room writes nothing.
 */
export class RoomLeases {
  /** Another at each start. */
  readonly node = randomUUID();
  private readonly held = new Map<string, Held>();
  private readonly asking = new Map<string, Promise<Fence>>();
  private readonly listeners = new Set<(room: string) => void>();
  private timer: NodeJS.Timeout | null = null;
  private renewedAt = performance.now();
  private closed = false;

  private constructor(
    private readonly pool: Pool,
    readonly address: string,
    private readonly log: Logger,
  ) {}

  /** @param address where other nodes reach this one: host and port */
  static async open(url: string, address: string, log: Logger): Promise<RoomLeases> {
    const pool = new Pool({
      connectionString: url,
      max: 4,
      connectionTimeoutMillis: STATEMENT_MS,
      query_timeout: STATEMENT_MS,
      keepAlive: true,
    });
    // A connection that ends while nobody uses it: the next statement tells.
    pool.on('error', (error) => log.debug({ err: error }, 'a connection for leases has ended'));
    await pool.query(TABLE);
    const leases = new RoomLeases(pool, address, log);
    leases.wait();
    return leases;
  }

  /** Told of each room that is here no more. */
  onLost(listener: (room: string) => void): void {
    this.listeners.add(listener);
  }

  /** Has the room here. @throws ElsewhereError while another node has it */
  claim(room: string): Promise<Fence> {
    const held = this.held.get(room);
    if (held) return Promise.resolve(held.fence);
    let asked = this.asking.get(room);
    if (!asked) {
      asked = this.take(room).finally(() => this.asking.delete(room));
      this.asking.set(room, asked);
    }
    return asked;
  }

  /** Where a room is now; null: nowhere. */
  async ownerOf(room: string): Promise<NodePlace | null> {
    return (await this.query<NodePlace>(OWNER, [room]))[0] ?? null;
  }

  /** Gives up what has been here for longer than `milliseconds` and is not used. */
  async releaseUnused(inUse: ReadonlySet<string>, milliseconds: number): Promise<void> {
    const before = performance.now() - milliseconds;
    const rooms = [...this.held].filter(([room, { since }]) => since < before && !inUse.has(room));
    await this.release(rooms.map(([room]) => room));
  }

  /** Gives everything up: others may have it at once. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.release([...this.held.keys()]).catch((error: unknown) => {
      this.log.warn({ err: error }, 'leases could not be given up: they lapse');
    });
    await this.pool.end();
  }

  private async take(room: string): Promise<Fence> {
    if (this.closed) throw new StorageError('unreachable');
    const since = performance.now();
    const [taken] = await this.query<{ epoch: string }>(CLAIM, [room, this.node, this.address]);
    if (taken) {
      const fence = { room, epoch: Number(taken.epoch) };
      this.held.set(room, { fence, since });
      return fence;
    }
    const owner = await this.ownerOf(room);
    // It lapsed between the two statements.
    if (!owner || owner.node === this.node) return this.take(room);
    throw new ElsewhereError(room, owner);
  }

  private async release(rooms: readonly string[]): Promise<void> {
    for (const room of rooms) this.held.delete(room);
    if (rooms.length > 0) await this.query(RELEASE, [this.node, rooms]);
  }

  private wait(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => void this.renew().finally(() => this.wait()), RENEW_MS);
    this.timer.unref();
  }

  private async renew(): Promise<void> {
    const ours = [...this.held.values()].map(({ fence }) => fence);
    const begunAt = performance.now();
    if (ours.length === 0) {
      this.renewedAt = begunAt;
      return;
    }
    try {
      const rows = await this.query<{ room: string }>(RENEW, [
        this.node,
        ours.map(({ room }) => room),
        ours.map(({ epoch }) => epoch),
      ]);
      this.renewedAt = begunAt;
      const kept = new Set(rows.map(({ room }) => room));
      for (const { room, epoch } of ours) if (!kept.has(room)) this.lose(room, epoch);
    } catch (error) {
      // Nothing can be written meanwhile either; whether the rooms are still here is found out when the database answers again.
      this.log.warn({ err: error }, 'leases could not be renewed');
      if (begunAt - this.renewedAt > LET_GO_MS) for (const { room, epoch } of ours) this.lose(room, epoch);
    }
  }

  /** Another node has the room: what is here of it counts no more. */
  private lose(room: string, epoch: number): void {
    if (this.held.get(room)?.fence.epoch !== epoch) return;
    this.held.delete(room);
    this.log.warn({ room }, 'a room is here no more: another node has it, or may have it');
    for (const listener of this.listeners) listener(room);
  }

  private async query<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    try {
      return (await this.pool.query<Row>(text, values)).rows;
    } catch (error) {
      const trouble = troubleOfError(error);
      throw trouble === null ? error : new StorageError(trouble, { cause: error });
    }
  }
}
