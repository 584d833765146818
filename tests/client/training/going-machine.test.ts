import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceGoing,
  type BenchFacts,
  type GoingEffect,
  type GoingEvent,
  type GoingState,
  goesOn,
  initialGoing,
  isGateOpen,
} from '@/client/training/going-machine';

type Open = Extract<GoingState, { is: 'open' }>;

const CALM: Open = {
  is: 'open',
  gate: 'open',
  isKnown: true,
  isOnline: true,
  wish: 'rest',
  trouble: { is: 'none' },
};
const NOTHING: BenchFacts = { isTraining: false, stands: false };
const STANDS: BenchFacts = { isTraining: false, stands: true };
const TRAINS: BenchFacts = { isTraining: true, stands: true };
const says = (facts: Partial<Extract<GoingEvent, { type: 'class' }>>): GoingEvent => ({
  type: 'class',
  gate: 'open',
  isKnown: true,
  isOnline: true,
  ...facts,
});
const waiting = (tries: number) => ({ is: 'waiting', tries }) as const;
const pending = (tries: number) => ({ is: 'pending', tries }) as const;

describe('what a training does by itself', () => {
  /** Where it stands, what happens on which bench, where it then stands, what is done. */
  const TABLE: [string, Partial<Open>, GoingEvent, BenchFacts, Partial<Open>, GoingEffect['type'][]][] = [
    [
      'held while it trains: halts, to go on',
      {},
      says({ gate: 'held' }),
      TRAINS,
      { gate: 'held', wish: 'go-on' },
      ['halt'],
    ],
    ['held while it stands: nothing to do', {}, says({ gate: 'held' }), STANDS, { gate: 'held' }, []],
    [
      'ended while it trains: halts for good',
      {},
      says({ gate: 'closed' }),
      TRAINS,
      { gate: 'closed' },
      ['halt'],
    ],
    ['let go: goes on', { gate: 'held', wish: 'go-on' }, says({}), STANDS, {}, ['go-on']],
    ['let go, nothing wanted', { gate: 'held' }, says({}), STANDS, {}, []],
    [
      'let go before the network stands: later',
      { gate: 'held', wish: 'go-on' },
      says({}),
      NOTHING,
      { wish: 'go-on' },
      [],
    ],
    ['the network stands then', { wish: 'go-on' }, { type: 'ready' }, STANDS, {}, ['go-on']],
    [
      'not before the class has said something',
      { isKnown: false, wish: 'go-on' },
      { type: 'ready' },
      STANDS,
      { isKnown: false, wish: 'go-on' },
      [],
    ],
    ['restored from a training', {}, { type: 'restored', goesOn: true }, NOTHING, { wish: 'go-on' }, []],
    ['restored from a pause', {}, { type: 'restored', goesOn: false }, NOTHING, {}, []],
    ['a person presses Pause', { wish: 'go-on' }, { type: 'decided' }, STANDS, {}, []],
    [
      'a person presses Pause where pictures are missing',
      { wish: 'starved' },
      { type: 'decided' },
      STANDS,
      {},
      [],
    ],
    ['another page takes the run', { wish: 'go-on' }, { type: 'taken' }, TRAINS, {}, ['halt']],
    [
      'pictures do not come',
      {},
      { type: 'starved' },
      TRAINS,
      { wish: 'starved', trouble: waiting(1) },
      ['wait'],
    ],
    [
      'pictures do not come for one that is to go on',
      { wish: 'go-on' },
      { type: 'starved' },
      TRAINS,
      { wish: 'go-on', trouble: waiting(1) },
      ['wait'],
    ],
    [
      'the code does not come',
      {},
      { type: 'failed', mayComeLater: true },
      NOTHING,
      { trouble: waiting(1) },
      ['wait'],
    ],
    ['a card is lost', {}, { type: 'failed', mayComeLater: false }, STANDS, {}, []],
    [
      'fails while it waits: one wait is enough',
      { trouble: waiting(2) },
      { type: 'failed', mayComeLater: true },
      NOTHING,
      { trouble: waiting(2) },
      [],
    ],
    [
      'fails once too often',
      { trouble: pending(8) },
      { type: 'failed', mayComeLater: true },
      NOTHING,
      { trouble: pending(8) },
      [],
    ],
    [
      'a wait is over',
      { trouble: waiting(3) },
      { type: 'wait-over' },
      NOTHING,
      { trouble: pending(3) },
      ['make-ready'],
    ],
    [
      'a wait is over for one that stands without pictures',
      { wish: 'starved', trouble: waiting(1) },
      { type: 'wait-over' },
      STANDS,
      { trouble: pending(1) },
      ['go-on'],
    ],
    ['it has come', { trouble: waiting(3) }, { type: 'worked' }, STANDS, {}, ['stop-waiting']],
    ['it has come after a wait', { trouble: pending(3) }, { type: 'worked' }, STANDS, {}, []],
    ['the connection is back', { isOnline: false }, says({}), STANDS, {}, ['catch-up']],
    [
      'the connection is back, and something had not come',
      { isOnline: false, trouble: pending(8) },
      says({}),
      NOTHING,
      { trouble: pending(8) },
      ['catch-up', 'make-ready'],
    ],
    [
      'the connection is back for one that stands without pictures',
      { isOnline: false, wish: 'starved', trouble: waiting(1) },
      says({}),
      STANDS,
      { trouble: waiting(1) },
      ['catch-up', 'go-on'],
    ],
    [
      'the connection is lost: a training goes on',
      {},
      says({ isOnline: false }),
      TRAINS,
      { isOnline: false },
      [],
    ],
  ];

  it.each(TABLE)('%s', (_, before, event, bench, after, effects) => {
    const { state, effects: done } = advanceGoing({ ...CALM, ...before }, event, bench);
    expect(state).toEqual({ ...CALM, ...after });
    expect(done.map(({ type }) => type)).toEqual(effects);
  });

  it('waits twice as long each time, at most half a minute, and gives up in the end; anew once it has worked', () => {
    let state: GoingState = CALM;
    const waits = () => {
      const all: number[] = [];
      for (let i = 0; i < 12; i += 1) {
        const failed = advanceGoing(state, { type: 'failed', mayComeLater: true }, NOTHING);
        for (const effect of failed.effects)
          if (effect.type === 'wait') all.push(effect.milliseconds / 1_000);
        ({ state } = advanceGoing(failed.state, { type: 'wait-over' }, NOTHING));
      }
      return all;
    };
    const eight = [1, 2, 4, 8, 16, 30, 30, 30];
    expect(waits()).toEqual(eight);
    ({ state } = advanceGoing(state, { type: 'worked' }, STANDS));
    expect(waits()).toEqual(eight);
  });

  it('alone has nobody to wait for; in a class it waits for the first word', () => {
    const ready = (state: GoingState) => {
      const wants = advanceGoing(state, { type: 'restored', goesOn: true }, NOTHING).state;
      return advanceGoing(wants, { type: 'ready' }, STANDS).effects;
    };
    expect(ready(initialGoing('open', true))).toEqual([{ type: 'go-on' }]);
    expect(ready(initialGoing('open', false))).toEqual([]);
  });

  it('property: at most one wait at a time; goes on only where it may and was to, once; nothing after the end', () => {
    const gate = fc.constantFrom('open' as const, 'held' as const, 'closed' as const);
    const event: fc.Arbitrary<GoingEvent> = fc.oneof(
      fc.record({ type: fc.constant('restored' as const), goesOn: fc.boolean() }),
      fc.record({ type: fc.constant('class' as const), gate, isKnown: fc.boolean(), isOnline: fc.boolean() }),
      fc.record({ type: fc.constant('failed' as const), mayComeLater: fc.boolean() }),
      fc.constantFrom<GoingEvent>(
        { type: 'starved' },
        { type: 'worked' },
        { type: 'ready' },
        { type: 'wait-over' },
        { type: 'decided' },
        { type: 'taken' },
      ),
    );
    const facts = fc.constantFrom(NOTHING, STANDS, TRAINS);
    const life = fc.array(fc.tuple(event, facts), { maxLength: 60 });
    fc.assert(
      fc.property(life, fc.nat(70), fc.boolean(), (events, closesAt, isAlone) => {
        let state: GoingState = initialGoing('open', isAlone);
        let timers = 0;
        for (const [at, [event, bench]] of events.entries()) {
          if (at === closesAt) {
            const end = advanceGoing(state, { type: 'closed' }, bench);
            expect(end.effects).toEqual(timers > 0 ? [{ type: 'stop-waiting' }] : []);
            ({ state } = end);
            timers = 0;
          }
          // A wait is over only where one runs.
          if (event.type === 'wait-over' && timers === 0) continue;
          if (event.type === 'wait-over') timers -= 1;
          const before = state;
          const step = advanceGoing(before, event, bench);
          ({ state } = step);
          const types = step.effects.map(({ type }) => type);
          if (before.is === 'closed') expect([state, types]).toEqual([{ is: 'closed' }, []]);
          timers += types.filter((type) => type === 'wait').length;
          timers -= types.filter((type) => type === 'stop-waiting').length;
          expect([0, 1]).toContain(timers);
          expect(timers === 1).toBe(state.is === 'open' && state.trouble.is === 'waiting');
          expect(new Set(types).size).toBe(types.length);
          if (types.includes('go-on')) {
            expect(isGateOpen(state) && bench.stands).toBe(true);
            expect(before.is === 'open' && before.wish !== 'rest').toBe(true);
            // It would have to be wanted anew.
            expect(goesOn(state)).toBe(false);
            expect(types).not.toContain('halt');
          }
          if (types.includes('make-ready')) expect(bench.stands).toBe(false);
          if (event.type === 'decided' || event.type === 'taken') expect(goesOn(state)).toBe(false);
          // What a gate stops while it trains is halted, whatever else happens.
          if (event.type === 'class' && before.is === 'open' && event.gate !== 'open' && bench.isTraining)
            expect(types).toContain('halt');
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
