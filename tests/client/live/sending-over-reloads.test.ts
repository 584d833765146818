import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionState } from '@/client/live/class-session';
import { Outbox } from '@/client/live/outbox';
import { OutboxDisk } from '@/client/live/outbox-disk';
import { randomId } from '@/client/live/random-id';
import { RunSender } from '@/client/live/run-sender';
import type { RunAppend, RunAttach } from '@/protocol/run';
import { newBatch, runAttach } from './run-pieces';

/** A server that keeps what it acknowledges, behind a network that loses requests and answers. */
class LossyServer {
  readonly stored = new Map<string, number[]>();
  private readonly epochs = new Map<string, number>();
  /** `request`: never arrives; `answer`: is done, and nobody hears of it; `twice`: arrives two times. */
  luck: 'good' | 'request' | 'answer' | 'twice' = 'good';

  async attachRun({ runId }: RunAttach) {
    return this.across(() => {
      this.epochs.set(runId, (this.epochs.get(runId) ?? 0) + 1);
      return { ok: true, epoch: this.epochs.get(runId)!, highWater: this.steps(runId).length } as const;
    });
  }

  async appendBatch({ runId, epoch, batch }: RunAppend) {
    return this.across(() => {
      const steps = this.steps(runId);
      const highWater = steps.length;
      if (epoch !== this.epochs.get(runId)) return { ok: false, code: 'run-stale', highWater } as const;
      if (batch.sequence > highWater + 1) return { ok: false, code: 'run-gap', highWater } as const;
      if (batch.sequence === highWater + 1) steps.push(batch.points[0]!.step);
      return { ok: true, highWater: steps.length } as const;
    });
  }

  private steps(runId: string): number[] {
    const steps = this.stored.get(runId) ?? [];
    this.stored.set(runId, steps);
    return steps;
  }

  private async across<Reply>(serve: () => Reply): Promise<Reply | null> {
    const { luck } = this;
    if (luck === 'request') return null;
    if (luck === 'twice') serve();
    const reply = serve();
    await new Promise((resolve) => setTimeout(resolve, 10));
    return luck === 'answer' ? null : reply;
  }
}

/** One page: gone at a reload, with whatever it was doing. */
class Page {
  private connection: ConnectionState = 'online';
  private listener: () => void = () => undefined;
  private dead = false;
  readonly sender: RunSender;

  private constructor(
    readonly outbox: Outbox,
    server: LossyServer,
  ) {
    const ask = async <Reply>(act: () => Promise<Reply | null>) => {
      if (this.dead || this.connection !== 'online') return null;
      const reply = await act();
      // An answer to a page that is gone, or over a connection that is, is heard by nobody.
      return this.dead || this.connection !== 'online' ? null : reply;
    };
    this.sender = new RunSender(outbox, {
      snapshot: () => ({ connection: this.connection }),
      subscribe: (listener) => {
        this.listener = listener;
        return () => undefined;
      },
      attachRun: (run) => ask(() => server.attachRun(run)),
      appendBatch: (append) => ask(() => server.appendBatch(append)),
    });
  }

  static async open(disk: string, server: LossyServer): Promise<Page> {
    return new Page(await Outbox.open('a'.repeat(32), { openDisk: () => OutboxDisk.open(disk) }), server);
  }

  become(connection: ConnectionState): void {
    this.connection = connection;
    this.listener();
  }

  die(): void {
    this.dead = true;
    this.sender.close();
  }
}

describe('the outbox on disk and its sender', () => {
  beforeEach(() => {
    // IndexedDB runs on the real setImmediate.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function pass(milliseconds: number): Promise<void> {
    for (let i = 0; i < 4; i += 1) {
      await vi.advanceTimersByTimeAsync(milliseconds / 4);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  it('bring every batch to the server once and in order, whatever is lost and however often the page is reloaded', async () => {
    const action = fc.oneof(
      { weight: 6, arbitrary: fc.constant('record' as const) },
      { weight: 3, arbitrary: fc.constant('wait' as const) },
      { weight: 1, arbitrary: fc.constantFrom('offline', 'online', 'reload') },
      { weight: 2, arbitrary: fc.constantFrom('good', 'request', 'answer', 'twice') },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 60, size: 'max' }), async (actions) => {
        const server = new LossyServer();
        const disk = randomId();
        const runs = [runAttach(), runAttach()];
        let page = await Page.open(disk, server);
        let recorded = 0;
        const pages = [page];
        for (const run of runs) await page.outbox.open(run);
        for (const act of actions) {
          if (act === 'record') {
            recorded += 1;
            const { runId } = runs[recorded % 2]!;
            expect(await page.outbox.append(runId, newBatch(recorded))).toBe('kept');
            page.sender.appended(runId);
          } else if (act === 'wait') await pass(1_200);
          else if (act === 'offline' || act === 'online') page.become(act);
          else if (act === 'reload') {
            page.die();
            page = await Page.open(disk, server);
            pages.push(page);
          } else server.luck = act;
        }
        server.luck = 'good';
        page.become('online');
        for (let round = 0; round < 60 && page.outbox.unsent > 0; round += 1) await pass(2_000);
        expect(page.outbox.unsent).toBe(0);
        for (const [i, { runId }] of runs.entries()) {
          const wanted = Array.from({ length: recorded }, (_, k) => k + 1).filter((step) => step % 2 === i);
          expect(server.stored.get(runId) ?? []).toEqual(wanted);
        }
        for (const each of pages) {
          each.die();
          each.outbox.close();
        }
      }),
      { numRuns: 25 },
    );
  });
});
