import { Listeners } from '@/base/listeners';
import type { RunAppendAnswer } from '@/protocol/events';
import type { RefusalCode } from '@/protocol/refusals';
import type { ConnectionState, StudentSession } from './class-session';
import type { Outbox } from './outbox';
import type { OutboxRun } from './outbox-run';
import { SendBudget } from './send-budget';
import {
  advance,
  initialSendState,
  type SendEffect,
  type SendEvent,
  type SendState,
  wantsToken,
} from './send-machine';

/** What the sender needs of a session. */
export type SenderSession = Pick<StudentSession, 'attachRun' | 'appendBatch' | 'subscribe'> & {
  snapshot(): { connection: ConnectionState };
};

export interface SenderMeans {
  now?: () => number;
  random?: () => number;
}

/**
 * Empties an outbox over a session: one machine a run (send-machine.ts), the newest run first, since that is the one
 * the teacher watches. The outbox alone is the truth; this can be made anew at any time.
 */
export class RunSender {
  private readonly states = new Map<string, SendState>();
  private readonly listeners = new Listeners();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private readonly budget: SendBudget;
  private readonly random: () => number;
  private readonly stopSession: () => void;
  private online: boolean;
  private tokenTimer = false;
  private closed = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly session: SenderSession,
    { now = () => performance.now(), random = Math.random }: SenderMeans = {},
  ) {
    this.budget = new SendBudget(now);
    this.random = random;
    this.online = session.snapshot().connection === 'online';
    for (const run of outbox.list()) this.track(run);
    this.stopSession = session.subscribe(() => this.sessionChanged());
    this.pumpAll();
  }

  /** A batch of this run has been put in the outbox. */
  appended(runId: string): void {
    const run = this.outbox.get(runId);
    if (!run || this.closed) return;
    if (!this.states.has(runId)) this.track(run);
    this.dispatch(runId, { type: 'appended', last: run.lastSequence });
    this.tell();
  }

  /** Why the run is not sent any more, or null. */
  parked(runId: string): RefusalCode | null {
    return this.states.get(runId)?.parked ?? null;
  }

  /** Told after an acknowledgement, a refusal or a new batch. */
  subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  /** Waits until every batch of the run is acknowledged. False: not in this time, or never (parked). */
  acknowledged(runId: string, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const look = () => {
        const run = this.outbox.get(runId);
        if (!run || run.batches.length === 0) finish(true);
        else if (this.closed || this.parked(runId)) finish(false);
      };
      const finish = (result: boolean) => {
        clearTimeout(timer);
        stop();
        resolve(result);
      };
      const timer = setTimeout(() => finish(false), timeoutMs);
      const stop = this.subscribe(look);
      look();
    });
  }

  close(): void {
    this.closed = true;
    this.stopSession();
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.listeners.clear();
  }

  private track(run: OutboxRun): void {
    const state = initialSendState(run.acknowledged, run.lastSequence, this.online);
    this.states.set(run.attach.runId, { ...state, parked: run.parked });
  }

  private sessionChanged(): void {
    const online = this.session.snapshot().connection === 'online';
    if (online === this.online) return;
    this.online = online;
    for (const runId of this.newestFirst()) this.dispatch(runId, { type: online ? 'online' : 'offline' });
  }

  private pumpAll(): void {
    for (const runId of this.newestFirst()) this.dispatch(runId, { type: 'wake' });
  }

  private newestFirst(): string[] {
    return [...this.states.keys()].reverse();
  }

  private dispatch(runId: string, event: SendEvent): void {
    const before = this.states.get(runId);
    if (!before || this.closed) return;
    const allowance = { tokens: this.budget.available(), random: this.random() };
    const { state, effects } = advance(before, event, allowance);
    this.states.set(runId, state);
    this.budget.spend(effects.filter(({ type }) => type === 'send').length);
    for (const effect of effects) this.perform(runId, effect);
    if (wantsToken(state)) this.waitForToken();
  }

  private perform(runId: string, effect: SendEffect): void {
    switch (effect.type) {
      case 'attach':
        void this.attach(runId);
        break;
      case 'send':
        void this.send(runId, effect.sequence, effect.epoch);
        break;
      case 'forget':
        void this.outbox.acknowledge(runId, effect.upTo);
        this.tell();
        break;
      case 'wait':
        this.after(effect.milliseconds, () => this.dispatch(runId, { type: 'wake' }));
        break;
      case 'parked':
        void this.outbox.park(runId, effect.code);
        this.tell();
        break;
    }
  }

  private async attach(runId: string): Promise<void> {
    const run = this.outbox.get(runId);
    const answer = run ? await this.session.attachRun(run.attach) : null;
    this.dispatch(runId, { type: 'attach-answered', answer });
  }

  private async send(runId: string, sequence: number, epoch: number): Promise<void> {
    const run = this.outbox.get(runId);
    const batch = run?.batches.find((kept) => kept.sequence === sequence);
    const classId = run?.attach.classId;
    let answer: RunAppendAnswer | null = null;
    if (batch)
      answer = await this.session.appendBatch({
        runId,
        epoch,
        batch,
        ...(classId !== undefined && { classId }),
      });
    // Not here any more: acknowledged while it waited for its turn.
    else answer = { ok: true, highWater: this.states.get(runId)?.acknowledged ?? 0 };
    if (answer && !answer.ok && answer.code === 'rate-limited') this.budget.empty();
    this.dispatch(runId, { type: 'append-answered', answer });
    // A run that is done may leave its place in the window to another.
    if (!this.outbox.get(runId)) this.states.delete(runId);
  }

  private waitForToken(): void {
    if (this.tokenTimer) return;
    this.tokenTimer = true;
    this.after(this.budget.untilNext(), () => {
      this.tokenTimer = false;
      this.pumpAll();
    });
  }

  private after(milliseconds: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, milliseconds);
    this.timers.add(timer);
  }

  private tell(): void {
    this.listeners.tell();
  }
}
