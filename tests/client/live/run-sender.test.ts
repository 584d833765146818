import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionState } from '@/client/live/class-session';
import { Outbox } from '@/client/live/outbox';
import { RunSender } from '@/client/live/run-sender';
import { LIMITS } from '@/protocol/limits';
import type { RunAppend, RunAttach } from '@/protocol/run';
import { newBatch, runAttach } from './run-pieces';

/** A class server as a session shows it: keeps steps in order, limits the rate as the real one does. */
class FakeSession {
  connection: ConnectionState = 'online';
  readonly stored = new Map<string, number[]>();
  readonly attached: string[] = [];
  readonly appendedAt: number[] = [];
  epoch = 1;
  tokens: number = LIMITS.batchBurst;
  private at = Date.now();
  private listener: () => void = () => undefined;

  snapshot() {
    return { connection: this.connection };
  }

  subscribe(listener: () => void) {
    this.listener = listener;
    return () => undefined;
  }

  become(connection: ConnectionState): void {
    this.connection = connection;
    this.listener();
  }

  async attachRun({ runId }: RunAttach) {
    if (this.connection !== 'online') return null;
    this.attached.push(runId);
    return { ok: true, epoch: this.epoch, highWater: this.stored.get(runId)?.length ?? 0 } as const;
  }

  async appendBatch({ runId, epoch, batch }: RunAppend) {
    if (this.connection !== 'online') return null;
    await new Promise((resolve) => setTimeout(resolve, 20));
    const steps = this.stored.get(runId) ?? [];
    this.stored.set(runId, steps);
    this.tokens = Math.min(
      LIMITS.batchBurst,
      this.tokens + ((Date.now() - this.at) / 1000) * LIMITS.batchesPerSecond,
    );
    this.at = Date.now();
    if (this.tokens < 1) return { ok: false, code: 'rate-limited' } as const;
    this.tokens -= 1;
    this.appendedAt.push(Date.now());
    if (epoch !== this.epoch) return { ok: false, code: 'run-stale', highWater: steps.length } as const;
    if (batch.sequence > steps.length + 1)
      return { ok: false, code: 'run-gap', highWater: steps.length } as const;
    if (batch.sequence === steps.length + 1) steps.push(batch.points[0]!.step);
    return { ok: true, highWater: steps.length } as const;
  }
}

async function begin(batches: number, session = new FakeSession()) {
  const outbox = await Outbox.open('a'.repeat(32), { openDisk: async () => null });
  const run = runAttach();
  await outbox.open(run);
  for (let step = 1; step <= batches; step += 1) await outbox.append(run.runId, newBatch(step));
  const sender = new RunSender(outbox, session, { random: () => 0.5 });
  return { outbox, session, sender, runId: run.runId };
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

describe('the sender', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('empties the outbox and forgets nothing before it is acknowledged', async () => {
    const { outbox, session, sender, runId } = await begin(30);
    expect(outbox.unsent).toBe(30);
    const done = sender.acknowledged(runId, 10_000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await done).toBe(true);
    expect(session.stored.get(runId)).toEqual(upTo(30));
    expect(outbox.unsent).toBe(0);
    expect(outbox.get(runId)).toMatchObject({ acknowledged: 30, lastSequence: 30 });
  });

  it('sends new batches as they come, with one attach for all', async () => {
    const { outbox, session, sender, runId } = await begin(0);
    for (let step = 1; step <= 10; step += 1) {
      await outbox.append(runId, newBatch(step));
      sender.appended(runId);
      await vi.advanceTimersByTimeAsync(250);
    }
    expect(session.stored.get(runId)).toEqual(upTo(10));
    expect(session.attached).toEqual([runId]);
  });

  it('waits while offline and catches up when the connection is back', async () => {
    const session = new FakeSession();
    session.connection = 'offline';
    const { outbox, sender, runId } = await begin(5, session);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.attached).toEqual([]);
    await outbox.append(runId, newBatch(6));
    sender.appended(runId);
    session.become('online');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(session.stored.get(runId)).toEqual(upTo(6));
  });

  it('catches up fast and then stays within what the server allows', async () => {
    const { session, runId } = await begin(500);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.stored.get(runId)).toEqual(upTo(500));
    const first = session.appendedAt[0]!;
    expect(session.appendedAt.filter((at) => at < first + 3_000).length).toBeGreaterThan(200);
    expect(session.appendedAt).toHaveLength(500);
  });

  it('gets through where an earlier page has used up the allowance', async () => {
    const session = new FakeSession();
    session.tokens = 0;
    const { runId } = await begin(20, session);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.stored.get(runId)).toEqual(upTo(20));
  });

  it('stops where another tab has taken the run, and says so', async () => {
    const { outbox, session, sender, runId } = await begin(1);
    await vi.advanceTimersByTimeAsync(1_000);
    session.epoch += 1;
    await outbox.append(runId, newBatch(2));
    sender.appended(runId);
    const done = sender.acknowledged(runId, 10_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sender.parked(runId)).toBe('run-stale');
    expect(await done).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.stored.get(runId)).toEqual([1]);
    expect(outbox.get(runId)?.batches).toHaveLength(1);
  });
});
