import { describe, expect, test } from 'vitest';
import { SHAPE, smallTask, startProgram } from '@/client/benches/loop/small-task';
import { DenseTraining } from '@/engine/dense/dense-training';
import { initialDenseWeights } from '@/engine/dense/initialisers';
import type { ProgramBlock, ProgramOrder, TrainingProgram } from '@/engine/dense/training-program';
import { createRandom } from '@/engine/random';

const SETTINGS = {
  loss: 'binary-cross-entropy',
  optimizer: 'sgd',
  learningRate: 1,
  feed: 'next',
} as const;
const CHOICES: ProgramBlock[] = ['loss', 'rule'];
const TURN: ProgramBlock[] = ['feed', 'gradient', 'update'];
const SEEDS = Array.from({ length: 24 }, (_, i) => i * 104_729 + 1);

function order(before: ProgramBlock[], loop: ProgramBlock[], after: ProgramBlock[] = []): ProgramOrder {
  return { before, loop, after };
}

function ran(
  seed: number,
  wanted: ProgramOrder,
  settings: Partial<typeof SETTINGS | object> = {},
): TrainingProgram {
  const program = startProgram(seed, smallTask(seed), wanted, { ...SETTINGS, ...settings });
  while (!program.over) program.round();
  return program;
}

describe('the right order', () => {
  test('reaches the goal in every class', () => {
    for (const seed of SEEDS) {
      const program = ran(seed, order(CHOICES, TURN));
      expect(program.end, `seed ${seed}`).toBe('reached');
      expect(program.registers.updates).toBe(program.rounds);
    }
  });

  test('is the same training as DenseTraining, weight for weight', () => {
    const seed = 5;
    const { examples } = smallTask(seed);
    const program = startProgram(seed, smallTask(seed), order(CHOICES, TURN), SETTINGS);
    const training = new DenseTraining(
      SHAPE,
      program.network.weights,
      examples,
      { ...SETTINGS, batchSize: 10, l1: 0, l2: 0 },
      (epoch) => createRandom(seed, 0x100b, 3, epoch),
    );
    for (let step = 0; step < 40; step++) {
      program.round();
      training.step();
    }
    expect(program.network.weights).toEqual(training.network.weights);
  });

  test('begins with the same weights whatever the order', () => {
    const a = startProgram(3, smallTask(3), order(CHOICES, TURN), SETTINGS);
    const b = startProgram(3, smallTask(3), order([], []), SETTINGS);
    expect(a.network.weights).toEqual(b.network.weights);
    expect(a.network.weights).toEqual(initialDenseWeights(SHAPE, 'fitting', createRandom(3, 0x100b, 2)));
  });

  test('a loop has no beginning: a turned order does the same, one round later', () => {
    const straight = startProgram(2, smallTask(2), order(CHOICES, TURN), SETTINGS);
    const turned = startProgram(2, smallTask(2), order(CHOICES, ['gradient', 'update', 'feed']), SETTINGS);
    turned.round();
    for (let round = 0; round < 20; round++) {
      straight.round();
      turned.round();
    }
    expect(turned.network.weights).toEqual(straight.network.weights);
  });
});

describe('wrong orders run, and go wrong in their own way', () => {
  const start = (seed: number) => startProgram(seed, smallTask(seed), order([], []), SETTINGS).standings[0]!;

  test.each<[string, ProgramOrder]>([
    ['no update in the loop', order(CHOICES, ['feed', 'gradient'])],
    ['no loss', order(['rule'], TURN)],
    ['no rule', order(['loss'], TURN)],
    ['a loss only after the loop', order(['rule'], TURN, ['loss'])],
    ['nothing fed in', order(CHOICES, ['gradient', 'update'])],
    ['an update only before', order([...CHOICES, 'update'], ['feed', 'gradient'])],
  ])('%s: nothing moves', (_, wanted) => {
    for (const seed of SEEDS.slice(0, 4)) {
      const program = ran(seed, wanted);
      expect(program.end).toBe('given-up');
      expect(program.registers.updates).toBe(0);
      expect(program.standings.at(-1)!.loss).toBe(start(seed).loss);
    }
  });

  test('an update after the loop moves once, when all is over', () => {
    const program = ran(1, order(CHOICES, ['feed', 'gradient'], ['update']));
    expect(program.end).toBe('given-up');
    expect(program.registers.updates).toBe(1);
  });

  test.each<[string, ProgramOrder]>([
    ['fed only once', order([...CHOICES, 'feed'], ['gradient', 'update'])],
    ['gradient only once', order([...CHOICES, 'feed', 'gradient'], ['update'])],
  ])('%s: the loss runs away', (_, wanted) => {
    for (const seed of SEEDS) {
      const program = ran(seed, wanted);
      expect(program.end, `seed ${seed}`).not.toBe('reached');
      expect(program.standings.at(-1)!.loss).toBeGreaterThan(2 * start(seed).loss);
    }
  });

  test('always the same batch: learnt by heart, not reached', () => {
    for (const seed of SEEDS) {
      const program = ran(seed, order(CHOICES, TURN), { feed: 'same' });
      expect(program.end, `seed ${seed}`).toBe('given-up');
      const least = Math.min(...program.standings.map(({ loss }) => loss));
      expect(program.standings.at(-1)!.loss).toBeGreaterThan(least);
    }
  });

  test('update before gradient: one step late, worse the larger the steps', () => {
    let worse = 0;
    for (const seed of SEEDS) {
      const right = ran(seed, order(CHOICES, TURN), { learningRate: 3 });
      const late = ran(seed, order(CHOICES, ['feed', 'update', 'gradient']), { learningRate: 3 });
      if (late.rounds > right.rounds) worse++;
    }
    expect(worse).toBeGreaterThan(SEEDS.length / 2);
  });

  test('an empty loop ends at once instead of turning for ever', () => {
    const program = startProgram(1, smallTask(1), order([], []), SETTINGS);
    expect(program.over).toBe(false);
    expect(program.step()).toBeNull();
    expect(program.end).toBe('given-up');
    expect(program.over).toBe(true);
  });
});

describe('one block at a time', () => {
  test('tells what each does, or why it can do nothing', () => {
    const program = startProgram(
      1,
      smallTask(1),
      order(['rule'], ['update', 'gradient', 'loss', 'feed']),
      SETTINGS,
    );
    const effects = Array.from({ length: 9 }, () => program.step()!).map(
      (step) => `${step.block} ${step.effect}`,
    );
    expect(effects).toEqual([
      'rule done',
      'update no-gradient',
      'gradient no-outputs',
      'loss done',
      'feed done',
      'update no-gradient',
      'gradient done',
      'loss done',
      'feed done',
    ]);
    expect(program.rounds).toBe(2);
    expect(program.next).toEqual({ zone: 'loop', block: 'update' });
  });

  test('outputs and gradient know how old they are', () => {
    const program = startProgram(
      1,
      smallTask(1),
      order([...CHOICES, 'feed'], ['gradient', 'update']),
      SETTINGS,
    );
    for (let i = 0; i < 3; i++) program.step();
    for (let round = 0; round < 5; round++) program.round();
    expect(program.registers).toMatchObject({ batches: 1, outputsAt: 0, updates: 5 });
    expect(program.registers.gradient).toMatchObject({ batch: 1, outputsAt: 0 });
    expect(program.batch).toHaveLength(10);
  });
});
