import { Client } from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ElsewhereError } from '@/server/store/elsewhere';
import { RoomLeases } from '@/server/store/room-leases';
import { SoleServer } from '@/server/store/sole-server';
import { StorageHealth } from '@/server/store/storage-health';
import type { Store } from '@/server/store/store';
import { PATIENCE_MS } from '@/tests/patience';
import { openCuttableLine } from './cuttable-line';
import { aClass, change } from './made-things';
import { makePlace } from './places';
import { type PostgresServer, startPostgres } from './postgres-server';
import type { Place } from './store-contract';

const log = pino({ level: 'silent' });
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server?.stop();
});

it('nodes that begin at the same moment on a new database all find their place', async () => {
  for (let round = 0; round < 4; round += 1) {
    const url = await server.createDatabase();
    const nobody = () => expect.unreachable();
    const places = await Promise.all(
      Array.from({ length: 6 }, () => SoleServer.claim(url, new StorageHealth(), nobody, { shared: true })),
    );
    for (const place of places) await place.release();
  }
});

describe('rooms of several nodes', () => {
  let url: string;
  let place: Place;
  let stores: [Store, Store];
  const opened: RoomLeases[] = [];
  beforeEach(async () => {
    url = await server.createDatabase();
    place = await makePlace(
      { databaseUrl: url, dataDir: '/nonexistent' },
      { inWorker: false, remove: () => {} },
    );
    stores = [await place.open(), await place.open()];
  });
  afterEach(async () => {
    await Promise.all([...opened.splice(0), ...stores].map((one) => one.close()));
    await place.remove();
  });

  async function node(address: string, by = url) {
    const leases = await RoomLeases.open(by, address, log);
    opened.push(leases);
    return leases;
  }

  it('has a room at one node, tells the other where, and moves it when it is given up', async () => {
    const [here, there] = await Promise.all([node('a:1'), node('b:2')]);
    const outcomes = await Promise.allSettled([here!.claim('room'), there!.claim('room')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [first, second] = outcomes[0]!.status === 'fulfilled' ? [here!, there!] : [there!, here!];
    const refusal = await second.claim('room').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ElsewhereError);
    expect((refusal as ElsewhereError).owner).toEqual({ node: first.node, address: first.address });
    const fence = await first.claim('room');
    await first.releaseUnused(new Set(['room']), 0);
    expect(await second.ownerOf('room')).toEqual({ node: first.node, address: first.address });
    await first.releaseUnused(new Set(), 0);
    expect(await second.ownerOf('room')).toBeNull();
    expect((await second.claim('room')).epoch).toBeGreaterThan(fence.epoch);
  });

  it('lapses at a node that is cut off, which from then on writes nothing and learns that it has lost it', async () => {
    const line = await openCuttableLine(url);
    const cut = await node('a:1', line.url);
    const other = await node('b:2');
    const lost: string[] = [];
    cut.onLost((room) => lost.push(room));
    const before = aClass();
    await stores[0].createClass(before);
    const fence = await cut.claim(before.id);
    const once = change(before, { paused: true });
    expect(await stores[0].saveClass(before, once, [], fence)).toBe('saved');

    line.block();
    const taken = await vi.waitFor(() => other.claim(before.id), PATIENCE_MS);
    // Nothing has been changed since, so that the version alone would let it write.
    const late = change(once, { paused: false });
    expect(await stores[0].saveClass(once, late, [], fence)).toBe('fenced');
    expect(await stores[1].loadClass(before.id)).toEqual(once);
    expect(await stores[1].saveClass(once, late, [], taken)).toBe('saved');

    line.unblock();
    await vi.waitFor(() => expect(lost).toEqual([before.id]), PATIENCE_MS);
    expect(await other.ownerOf(before.id)).toEqual({ node: other.node, address: 'b:2' });
    await line.close();
  });

  it('is not taken while a write of whoever had it is under way', async () => {
    const other = await node('b:2');
    const [watcher, writer] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
    await Promise.all([watcher.connect(), writer.connect()]);
    await watcher.query(`INSERT INTO "_perceptroom_lease" VALUES ('room', 'a', 'a:1', 0, '-infinity')`);
    await writer.query('BEGIN');
    // As a write that shows its fence does (server/store/fence).
    await writer.query(`SELECT 1 FROM "_perceptroom_lease" WHERE room = 'room' AND epoch = 0 FOR SHARE`);
    let taken = false;
    const claim = other.claim('room').finally(() => {
      taken = true;
    });
    await vi.waitFor(async () => {
      const { rows } = await watcher.query('SELECT 1 FROM pg_locks WHERE NOT granted');
      expect(rows).not.toEqual([]);
    }, PATIENCE_MS);
    expect(taken).toBe(false);
    await writer.query('COMMIT');
    expect((await claim).room).toBe('room');
    await Promise.all([watcher.end(), writer.end()]);
  });

  it('is as good as before when it lapsed and nobody took it', async () => {
    const leases = await node('a:1');
    const fence = await leases.claim('room');
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`UPDATE "_perceptroom_lease" SET until = clock_timestamp() - interval '1 hour'`);
    await vi.waitFor(async () => expect((await leases.ownerOf('room'))?.node).toBe(leases.node), PATIENCE_MS);
    await client.end();
    expect(await leases.claim('room')).toEqual(fence);
  });
});
