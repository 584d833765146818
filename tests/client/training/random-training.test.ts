import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EngineError } from '@/engine/engine-error';
import { Browser, current, until } from './browser-page';

const ENDS = ['finished', 'diverged', 'stopped'];
const ACTIONS = [
  'train',
  'train',
  'pause',
  'step',
  'reset',
  'draft',
  'backend',
  'walk',
  'walk',
  'hold',
  'let-go',
  'offline',
  'online',
  'no-pictures',
  'lost-card',
  'diverge',
] as const;

it('property: whatever people, class and worker do, never two trainings at once, one end a run, nothing against the gate or after the end', async () => {
  const life = fc.array(fc.record({ act: fc.constantFrom(...ACTIONS), waits: fc.boolean() }), {
    minLength: 5,
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(life, async (actions) => {
      const browser = new Browser();
      const { room } = browser;
      const { training, trainer } = await browser.page();
      const { begin, train, step } = trainer;
      const wrong: string[] = [];
      let isDisposed = false;
      // As the worker: what died takes no more commands.
      let isLost = false;
      const mustStand = () => {
        if (isLost) throw new EngineError('not-begun', 'no training has begun');
      };
      trainer.begin = (...parameters) => {
        if (trainer.training) wrong.push('begun while another trains');
        if (isDisposed) wrong.push('begun after the end');
        isLost = false;
        return begin.apply(trainer, parameters);
      };
      trainer.train = async () => {
        if (isDisposed) wrong.push('trained after the end');
        mustStand();
        return train.call(trainer);
      };
      trainer.step = async () => {
        mustStand();
        return step.call(trainer);
      };
      let isHeld = false;
      const hold = (held: boolean) => {
        isHeld = held;
        room.say({ paused: held });
      };
      const die = (code: 'context-lost' | 'data-failed') => {
        // Of either the worker's training stands still.
        trainer.training = false;
        isLost = code === 'context-lost';
        trainer.tell({ type: 'error', run: 1, code, detail: '' });
        if (code === 'data-failed')
          trainer.tell({ type: 'state', run: 1, state: 'paused', step: trainer.step_ });
      };
      const does: Record<(typeof ACTIONS)[number], () => unknown> = {
        train: () => training.train(),
        pause: () => training.pause(),
        step: () => training.step(),
        reset: () => training.reset(),
        draft: () => training.newSeed(),
        backend: () => training.chooseBackend(training.snapshot().backendChoice === 'auto' ? 'cpu' : 'auto'),
        walk: () => trainer.training && trainer.walk(7),
        hold: () => hold(true),
        'let-go': () => hold(false),
        offline: () => room.set({ connection: 'offline' }),
        online: () => room.set({ connection: 'online' }),
        'no-pictures': () => trainer.training && die('data-failed'),
        'lost-card': () => trainer.training && die('context-lost'),
        diverge: () => trainer.training && trainer.finish('diverged'),
      };
      for (const { act, waits } of actions) {
        const done = does[act]();
        if (!waits) continue;
        await done;
        if (isHeld) await until(() => !trainer.training);
      }
      await training.pause();
      expect(trainer.training).toBe(false);
      expect(['ready', 'paused', ...ENDS]).toContain(current(training).state);
      room.set({ connection: 'online' });
      await until(() => training.snapshot().unsent === 0);
      for (const id of room.runs.keys()) {
        const states = room.states(id);
        const end = states.findIndex((state) => ENDS.includes(state));
        if (end >= 0) expect(end, states.join(' ')).toBe(states.length - 1);
        const steps = room.steps(id);
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
      }
      isDisposed = true;
      training.dispose();
      // What was recorded is still handed over, in a few turns of the loop.
      for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const told = [...room.runs.keys()].map((id) => room.states(id).length);
      room.say({ paused: true });
      room.say({ paused: false });
      await training.train();
      trainer.tell({ type: 'state', run: 1, state: 'training', step: 3 });
      await new Promise((resolve) => setImmediate(resolve));
      expect([...room.runs.keys()].map((id) => room.states(id).length)).toEqual(told);
      expect(wrong).toEqual([]);
      browser.close();
    }),
    {
      // The same lives every time; others, and more, by LIVES and SEED.
      numRuns: Number(process.env.LIVES ?? 60),
      seed: Number(process.env.SEED ?? 1),
      // The class is held while another backend is made ready.
      examples: [
        [
          [
            { act: 'train', waits: true },
            { act: 'backend', waits: true },
            { act: 'hold', waits: false },
            { act: 'train', waits: true },
          ],
        ],
      ],
    },
  );
});
