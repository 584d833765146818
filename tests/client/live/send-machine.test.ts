import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  initialSendState,
  SEND_WINDOW,
  type SendEffect,
  type SendEvent,
  type SendState,
  wantsToken,
} from '@/client/live/send-machine';
import type { RunAppendAnswer, RunAttachAnswer } from '@/protocol/events';

const PLENTY = { tokens: 100, random: 0.5 };

function play(state: SendState, ...events: SendEvent[]): { state: SendState; effects: SendEffect[] } {
  let effects: SendEffect[] = [];
  for (const event of events) ({ state, effects } = advance(state, event, PLENTY));
  return { state, effects };
}

const attached = (epoch = 1, highWater = 0): SendEvent => ({
  type: 'attach-answered',
  answer: { ok: true, epoch, highWater },
});
const stored = (highWater: number): SendEvent => ({
  type: 'append-answered',
  answer: { ok: true, highWater },
});
const refused = (answer: Exclude<RunAppendAnswer, { ok: true }>): SendEvent => ({
  type: 'append-answered',
  answer,
});
const sent = (effects: SendEffect[]) =>
  effects.flatMap((effect) => (effect.type === 'send' ? [effect.sequence] : []));

describe('sending one run', () => {
  it('attaches before the first batch and keeps a small window on its way', () => {
    const begun = play(initialSendState(0, 0, true), { type: 'appended', last: 9 });
    expect(begun.effects).toEqual([{ type: 'attach' }]);
    const flowing = play(begun.state, attached());
    expect(sent(flowing.effects)).toEqual([1, 2, 3, 4]);
    expect(flowing.state.inFlight).toBe(SEND_WINDOW);
    const { effects } = play(flowing.state, stored(1));
    expect(effects).toEqual([
      { type: 'forget', upTo: 1 },
      { type: 'send', sequence: 5, epoch: 1 },
    ]);
  });

  it('does not attach a run of which nothing is unsent', () => {
    expect(play(initialSendState(3, 3, true), { type: 'wake' }).effects).toEqual([]);
  });

  it('forgets what an attach says is stored, and goes on after it', () => {
    const { effects } = play(initialSendState(0, 6, true), { type: 'wake' }, attached(4, 5));
    expect(effects).toEqual([
      { type: 'forget', upTo: 5 },
      { type: 'send', sequence: 6, epoch: 4 },
    ]);
  });

  it('goes on from the high-water mark after a gap, once everything on its way is answered', () => {
    const flowing = play(initialSendState(0, 4, true), { type: 'wake' }, attached());
    const gap = refused({ ok: false, code: 'run-gap', highWater: 1 });
    const waiting = play(flowing.state, gap, gap, gap);
    expect(sent(waiting.effects)).toEqual([]);
    const { effects } = play(waiting.state, gap, { type: 'wake' });
    expect(sent(effects)).toEqual([2, 3, 4]);
  });

  it('waits when it is refused for the moment, longer each time', () => {
    const limited = refused({ ok: false, code: 'rate-limited' });
    const first = play(initialSendState(0, 1, true), { type: 'wake' }, attached(), limited);
    expect(first.effects).toEqual([{ type: 'wait', milliseconds: 1_000 }]);
    const second = play(first.state, { type: 'wake' }, limited);
    expect(second.effects).toEqual([{ type: 'wait', milliseconds: 1_500 }]);
  });

  it.each(['run-stale', 'run-closed', 'class-ended', 'too-many-points', 'student-removed'] as const)(
    'parks on %s and never sends again',
    (code) => {
      const parked = play(
        initialSendState(0, 2, true),
        { type: 'wake' },
        attached(),
        refused({ ok: false, code }),
      );
      expect(parked.effects).toEqual([{ type: 'parked', code }]);
      expect(
        play(parked.state, stored(1), { type: 'appended', last: 9 }, { type: 'online' }).effects,
      ).toEqual([]);
      expect(wantsToken(parked.state)).toBe(false);
    },
  );

  it('attaches anew, once, where the server does not know the run any more', () => {
    const unknown = refused({ ok: false, code: 'unknown-run' });
    const again = play(initialSendState(0, 1, true), { type: 'wake' }, attached(), unknown);
    expect(again.effects).toEqual([{ type: 'attach' }]);
    expect(play(again.state, attached(2), unknown).effects).toEqual([
      { type: 'parked', code: 'unknown-run' },
    ]);
  });

  it('parks where the server misses what it had acknowledged: nothing could ever fill that gap', () => {
    expect(play(initialSendState(5, 8, true), { type: 'wake' }, attached(1, 3)).effects).toEqual([
      { type: 'parked', code: 'run-gap' },
    ]);
  });

  it('keeps its epoch over a lost connection, so that it does not take the run from a newer tab', () => {
    const lost = play(
      initialSendState(0, 1, true),
      { type: 'wake' },
      attached(3),
      { type: 'offline' },
      { type: 'append-answered', answer: null },
    );
    expect(lost.effects).toEqual([]);
    expect(play(lost.state, { type: 'online' }).effects).toEqual([{ type: 'send', sequence: 1, epoch: 3 }]);
  });

  it('sends no more than it has tokens for', () => {
    const begun = play(initialSendState(0, 9, true), { type: 'wake' });
    const { state, effects } = advance(begun.state, attached(), { tokens: 2, random: 0 });
    expect(sent(effects)).toEqual([1, 2]);
    expect(wantsToken(state)).toBe(true);
  });
});

interface Request {
  kind: 'attach' | 'append';
  sequence: number;
  epoch: number;
  /** Which page has sent it; only the newest one hears answers. */
  page: number;
}

/** What a server must do, in its simplest form. */
class ModelServer {
  stored: number[] = [];
  epoch = 0;

  serve(request: Request, mood: number): RunAttachAnswer | RunAppendAnswer {
    if (mood === 0) return { ok: false, code: 'rate-limited' };
    if (mood === 1) return { ok: false, code: 'server-stopping' };
    if (request.kind === 'attach') {
      this.epoch += 1;
      return { ok: true, epoch: this.epoch, highWater: this.stored.length };
    }
    const highWater = this.stored.length;
    if (request.epoch !== this.epoch) return { ok: false, code: 'run-stale', highWater };
    if (request.sequence > highWater + 1) return { ok: false, code: 'run-gap', highWater };
    if (request.sequence === highWater + 1) this.stored.push(request.sequence);
    return { ok: true, highWater: this.stored.length };
  }
}

/** A browser with an outbox (`acknowledged`, `last`), a page with a machine, and a bad network in between. */
class World {
  readonly server = new ModelServer();
  last = 0;
  acknowledged = 0;
  /** Told the server has it although the server has not: must stay empty. */
  readonly lies: number[] = [];
  private page = 0;
  private onWire: Request[] = [];
  private answers: { request: Request; answer: RunAttachAnswer | RunAppendAnswer }[] = [];
  private state = initialSendState(0, 0, true);

  act(choice: number, mood: number): void {
    const pick = <Thing>(things: Thing[]): Thing | undefined =>
      things.splice(mood % (things.length || 1), 1)[0];
    switch (choice) {
      case 0:
      case 1:
        this.last += 1;
        this.dispatch({ type: 'appended', last: this.last });
        return;
      case 2:
      case 3:
      case 4: {
        // In order, as one socket brings them; now and then twice.
        const request = this.onWire.shift();
        if (!request) return;
        if (mood === 7) this.server.serve(request, 9);
        this.answers.push({ request, answer: this.server.serve(request, mood) });
        return;
      }
      case 5:
      case 6:
      case 7: {
        const answered = this.answers.shift();
        if (answered) this.hear(answered.request, answered.answer);
        return;
      }
      case 8: {
        const lost = pick(this.onWire);
        if (lost) this.hear(lost, null);
        return;
      }
      case 9: {
        const lost = pick(this.answers);
        if (lost) this.hear(lost.request, null);
        return;
      }
      case 10:
        this.disconnect();
        return;
      case 11:
        this.dispatch({ type: 'online' });
        return;
      case 12:
        this.dispatch({ type: 'wake' });
        return;
      case 13:
        this.reload();
        return;
    }
  }

  /** From now on everything works. */
  settle(): void {
    this.dispatch({ type: 'online' });
    for (
      let round = 0;
      round < 2_000 && (this.acknowledged < this.last || this.onWire.length > 0);
      round += 1
    ) {
      this.act(2, 9);
      this.act(5, 9);
      this.act(12, 9);
    }
  }

  get parked() {
    return this.state.parked;
  }

  private hear(request: Request, answer: RunAttachAnswer | RunAppendAnswer | null): void {
    if (request.page !== this.page) return;
    if (request.kind === 'attach')
      this.dispatch({ type: 'attach-answered', answer: answer as RunAttachAnswer | null });
    else this.dispatch({ type: 'append-answered', answer: answer as RunAppendAnswer | null });
  }

  private disconnect(): void {
    this.dispatch({ type: 'offline' });
    const open = [...this.onWire, ...this.answers.map(({ request }) => request)];
    // What was under way may still reach the server; its answer will not come back.
    for (const request of this.onWire) this.server.serve(request, 9);
    this.onWire = [];
    this.answers = [];
    for (const request of open) this.hear(request, null);
  }

  /** Another page opens over the same outbox; what the old one has sent is still on the wire. */
  private reload(): void {
    this.page += 1;
    this.state = initialSendState(this.acknowledged, this.last, true);
    this.dispatch({ type: 'wake' });
  }

  private dispatch(event: SendEvent): void {
    const { state, effects } = advance(this.state, event, { tokens: 3, random: 0 });
    this.state = state;
    for (const effect of effects) {
      const { page } = this;
      if (effect.type === 'attach') this.onWire.push({ kind: 'attach', sequence: 0, epoch: 0, page });
      if (effect.type === 'send') this.onWire.push({ kind: 'append', page, ...effect });
      if (effect.type === 'forget') {
        if (effect.upTo > this.server.stored.length) this.lies.push(effect.upTo);
        this.acknowledged = effect.upTo;
      }
    }
  }
}

describe('a bad network', () => {
  it('ends with every batch stored once, in order, and nothing forgotten before it was stored', () => {
    const action = fc.tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.array(action, { maxLength: 300, size: 'max' }), (actions) => {
        const world = new World();
        for (const [choice, mood] of actions) world.act(choice, mood);
        world.settle();
        expect(world.parked).toBeNull();
        expect(world.lies).toEqual([]);
        expect(world.server.stored).toEqual(Array.from({ length: world.last }, (_, i) => i + 1));
        expect(world.acknowledged).toBe(world.last);
      }),
      { numRuns: 300 },
    );
  });
});
