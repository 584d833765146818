import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceRun,
  isWorthKeeping,
  type RunLife,
  type RunLifeEvent,
  restoredLife,
  stateOfLife,
} from '@/client/training/run-machine';
import type { Begun } from '@/engine/worker/messages';

const network: Begun = {
  backend: { backend: 'wasm', renderer: null, software: false, why: 'default', measured: [] },
  step: 0,
  totalSteps: 10,
  stepsPerEpoch: 5,
  weightCount: 3,
};
const FRESH: RunLife = { is: 'still', at: 'ready', network: null };
const READY: RunLife = { is: 'still', at: 'ready', network };
const PAUSED: RunLife = { is: 'still', at: 'paused', network };
const TRAINING: RunLife = { is: 'training', network };
const ENDING: RunLife = { is: 'ending', end: 'finished', network };
const OVER: RunLife = { is: 'over', end: 'finished', network };
const taken = (at: 'ready' | 'paused' | 'training' | 'finished'): RunLife => ({ is: 'taken', at, network });

const TRAINS: RunLifeEvent = { type: 'trains' };
const STANDS: RunLifeEvent = { type: 'stands', unasked: true };
const HALTED: RunLifeEvent = { type: 'stands', unasked: false };
const STEPPED: RunLifeEvent = { type: 'stepped' };
const FINISHED: RunLifeEvent = { type: 'came-to-end', end: 'finished' };
const RECORDED: RunLifeEvent = { type: 'end-recorded' };
const ASIDE: RunLifeEvent = { type: 'put-aside' };
const TAKEN: RunLifeEvent = { type: 'taken' };
const DOWN: RunLifeEvent = { type: 'torn-down' };

describe('the life of a run', () => {
  /** Where it stands, what happens, where it then stands, what is done (`record` with its state, `conclude` with its end). */
  const TABLE: [string, RunLife, RunLifeEvent, RunLife, string[]][] = [
    ['is built', FRESH, { type: 'built', network }, READY, []],
    ['is not trained before', FRESH, TRAINS, FRESH, []],
    ['does not end before', FRESH, FINISHED, FRESH, []],
    ['is trained', READY, TRAINS, TRAINING, ['record training', 'save', 'draw']],
    ['is told to train twice', TRAINING, TRAINS, TRAINING, []],
    ['is halted', TRAINING, HALTED, PAUSED, ['record paused', 'save', 'draw']],
    ['is halted at its start', READY, HALTED, READY, []],
    ['stands of itself at its start', READY, STANDS, PAUSED, ['record paused', 'save', 'draw']],
    ['is stepped from its start', READY, STEPPED, PAUSED, ['record paused', 'save', 'draw']],
    ['is stepped while it trains', TRAINING, STEPPED, PAUSED, ['record paused', 'save', 'draw']],
    ['is stepped once more', PAUSED, STEPPED, PAUSED, []],
    ['goes on', PAUSED, TRAINS, TRAINING, ['record training', 'save', 'draw']],
    ['ends', TRAINING, FINISHED, ENDING, ['draw', 'conclude finished']],
    ['ends at a step', PAUSED, FINISHED, ENDING, ['draw', 'conclude finished']],
    ['ends once', ENDING, FINISHED, ENDING, []],
    ['is not halted at its end', ENDING, HALTED, ENDING, []],
    ['is in the outbox', ENDING, RECORDED, OVER, ['save', 'draw']],
    ['does not train again', OVER, TRAINS, OVER, []],
    ['is put aside', PAUSED, ASIDE, { is: 'over', end: 'stopped', network }, ['record stopped']],
    ['is put aside at its start', READY, ASIDE, READY, []],
    ['is put aside after its end', OVER, ASIDE, OVER, []],
    ['is put aside by a page that lost it', taken('paused'), ASIDE, taken('paused'), []],
    ['loses its worker', TRAINING, DOWN, { ...PAUSED, network: null }, ['record paused', 'save', 'draw']],
    ['loses its worker while it stands', READY, DOWN, FRESH, []],
    ['loses its worker after its end', OVER, DOWN, { ...OVER, network: null }, []],
    ['is taken', TRAINING, TAKEN, taken('training'), ['stop-recording']],
    ['is taken at its end', ENDING, TAKEN, taken('finished'), ['stop-recording']],
    ['is taken twice', taken('paused'), TAKEN, taken('paused'), []],
    ['is halted when it was taken', taken('training'), HALTED, taken('paused'), ['draw']],
    ['ends when it was taken', taken('training'), FINISHED, taken('finished'), ['draw', 'conclude finished']],
    ['its report comes when it was taken', taken('finished'), RECORDED, taken('finished'), ['draw']],
    [
      'loses its worker when it was taken',
      taken('training'),
      DOWN,
      { is: 'taken', at: 'paused', network: null },
      ['draw'],
    ],
  ];

  it.each(TABLE)('%s', (_, before, event, after, effects) => {
    const step = advanceRun(before, event);
    expect(step.life).toEqual(after);
    const said = step.effects.map((effect) =>
      effect.type === 'record'
        ? `record ${effect.state}`
        : effect.type === 'conclude'
          ? `conclude ${effect.end}`
          : effect.type,
    );
    expect(said).toEqual(effects);
  });

  it('comes back from an earlier page as it was, standing still', () => {
    const states = ['ready', 'training', 'paused', 'finished', 'diverged', 'stopped'] as const;
    expect(states.map((state) => stateOfLife(restoredLife(state)))).toEqual([
      'ready',
      'paused',
      'paused',
      'finished',
      'diverged',
      'stopped',
    ]);
    for (const state of states) expect(restoredLife(state).network).toBeNull();
  });

  it('property: the class hears each change once and in order, one end, and nothing after it or once it was taken', () => {
    const event = fc.constantFrom<RunLifeEvent>(
      { type: 'built', network },
      TRAINS,
      TRAINS,
      STANDS,
      HALTED,
      STEPPED,
      FINISHED,
      { type: 'came-to-end', end: 'diverged' },
      RECORDED,
      ASIDE,
      TAKEN,
      DOWN,
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let life: RunLife = FRESH;
        let lastTold: string = 'ready';
        let [ends, isSilent] = [0, false];
        for (const one of events) {
          const before = life;
          const { life: after, effects } = advanceRun(before, one);
          life = after;
          if (before.is === 'taken') expect(life.is).toBe('taken');
          for (const effect of effects) {
            if (effect.type === 'record') {
              expect(isSilent).toBe(false);
              expect(effect.state).not.toBe(lastTold);
              expect(effect.state).toBe(stateOfLife(life));
              lastTold = effect.state;
              if (effect.state === 'stopped') isSilent = true;
            }
            if (effect.type === 'conclude') {
              ends += 1;
              isSilent = true;
            }
            if (effect.type === 'stop-recording') isSilent = true;
            if (effect.type === 'save') expect(isWorthKeeping(life)).toBe(true);
          }
          expect(ends).toBeLessThan(2);
          // What the class was told last is where it stands, as long as it is told anything.
          if (!isSilent) expect(stateOfLife(life)).toBe(lastTold);
          if (life.is === 'training') expect(life.network).not.toBeNull();
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
