import { describe, expect, test } from 'vitest';
import { batchPictures } from '@/client/benches/loop/batch-pictures';
import { FIRST_SETTINGS, settingsShape } from '@/client/benches/loop/block-settings';
import { DIAGNOSES, type Diagnosis, diagnose, isMistake, MISTAKES } from '@/client/benches/loop/diagnosis';
import {
  EMPTY_PROGRAM,
  moves,
  nudged,
  orderOf,
  placed,
  programShape,
  putAway,
  RIGHT_PROGRAM,
} from '@/client/benches/loop/program';
import enLoop from '@/client/messages/en/loop.json';
import { PROGRAM_BLOCKS, type ProgramBlock } from '@/engine/dense/training-program';
import { Batches } from '@/engine/training/batches';
import { trainingLoop } from '@/lessons/training-loop/lesson';
import { DATASETS } from '@/protocol/datasets';

describe('moving blocks', () => {
  test('from the tray to a place, and back', () => {
    const one = placed(EMPTY_PROGRAM, 'loss', 0);
    expect(one.tokens).toEqual(['loss', 'repeat', 'end']);
    expect(one.tray).not.toContain('loss');
    const two = placed(placed(one, 'feed', 2), 'update', 3);
    expect(two.tokens).toEqual(['loss', 'repeat', 'feed', 'update', 'end']);
    expect(putAway(two, 'feed').tokens).toEqual(['loss', 'repeat', 'update', 'end']);
    expect(putAway(two, 'feed').tray.at(-1)).toBe('feed');
    expect(putAway(EMPTY_PROGRAM, 'feed')).toBe(EMPTY_PROGRAM);
  });

  test('down and up lead over the ends of the loop, and stop at the ends of the program', () => {
    let program = RIGHT_PROGRAM;
    for (let i = 0; i < 9; i++) program = nudged(program, 'rule', 1);
    expect(program.tokens).toEqual(['loss', 'repeat', 'feed', 'gradient', 'update', 'end', 'rule']);
    for (let i = 0; i < 9; i++) program = nudged(program, 'rule', -1);
    expect(program.tokens).toEqual(['rule', 'loss', 'repeat', 'feed', 'gradient', 'update', 'end']);
    expect(nudged(program, 'rule', -1)).toBe(program);
  });

  test('a gap is counted as the program stands, and the two beside a block move nothing', () => {
    expect(placed(RIGHT_PROGRAM, 'loss', 3).tokens).toEqual([
      'rule',
      'repeat',
      'loss',
      'feed',
      'gradient',
      'update',
      'end',
    ]);
    expect(placed(RIGHT_PROGRAM, 'update', 0).tokens[0]).toBe('update');
    expect(moves(RIGHT_PROGRAM, 'loss', 0)).toBe(false);
    expect(moves(RIGHT_PROGRAM, 'loss', 1)).toBe(false);
    expect(moves(RIGHT_PROGRAM, 'loss', 2)).toBe(true);
  });

  test('zones', () => {
    const after = placed(RIGHT_PROGRAM, 'update', 7);
    expect(orderOf(after)).toEqual({
      before: ['loss', 'rule'],
      loop: ['feed', 'gradient'],
      after: ['update'],
    });
  });

  test('what was kept is taken only when each block is there once', () => {
    expect(programShape(JSON.parse(JSON.stringify(RIGHT_PROGRAM)))).toEqual(RIGHT_PROGRAM);
    for (const bad of [
      null,
      {},
      { tokens: ['repeat', 'end'], tray: [] },
      { tokens: ['end', 'repeat'], tray: [...PROGRAM_BLOCKS] },
      { tokens: ['repeat', 'end', 'loss'], tray: [...PROGRAM_BLOCKS] },
      { tokens: ['end'], tray: ['repeat', ...PROGRAM_BLOCKS] },
    ]) {
      expect(programShape(bad)).toBeUndefined();
    }
    expect(settingsShape(FIRST_SETTINGS)).toEqual(FIRST_SETTINGS);
    expect(settingsShape({ ...FIRST_SETTINGS, learningRate: 1e9 })).toBeUndefined();
  });
});

describe('what is said of a program', () => {
  const say = (before: ProgramBlock[], loop: ProgramBlock[], after: ProgramBlock[] = [], settings = {}) =>
    diagnose({ before, loop, after }, { feed: 'next', optimizer: 'sgd', ...settings });
  const C: ProgramBlock[] = ['loss', 'rule'];

  test.each<[Diagnosis, ProgramBlock[], ProgramBlock[], ProgramBlock[], object]>([
    ['right', C, ['feed', 'gradient', 'update'], [], {}],
    ['right', ['rule', 'loss'], ['feed', 'gradient', 'update'], [], { optimizer: 'adam' }],
    ['idleStart', C, ['update', 'feed', 'gradient'], [], {}],
    ['idleStart', C, ['gradient', 'update', 'feed'], [], {}],
    ['late', C, ['feed', 'update', 'gradient'], [], {}],
    ['late', C, ['update', 'gradient', 'feed'], [], {}],
    ['late', C, ['gradient', 'feed', 'update'], [], {}],
    ['empty', C, [], ['feed', 'gradient', 'update'], {}],
    ['noUpdate', C, ['feed', 'gradient'], ['update'], {}],
    ['noUpdate', [...C, 'update'], ['feed', 'gradient'], [], {}],
    ['noLoss', ['rule'], ['feed', 'gradient', 'update'], ['loss'], {}],
    ['noRule', ['loss'], ['feed', 'gradient', 'update'], [], {}],
    ['gradientOnce', [...C, 'feed', 'gradient'], ['update'], [], {}],
    ['noGradient', ['gradient', ...C, 'feed'], ['update'], [], {}],
    ['noGradient', C, ['feed', 'update'], ['gradient'], {}],
    ['noFeed', C, ['gradient', 'update'], ['feed'], {}],
    ['feedOnce', [...C, 'feed'], ['gradient', 'update'], [], {}],
    ['sameBatch', C, ['feed', 'gradient', 'update'], [], { feed: 'same' }],
    ['forgets', ['loss'], ['rule', 'feed', 'gradient', 'update'], [], { optimizer: 'momentum' }],
    ['chosenAgain', ['loss'], ['rule', 'feed', 'gradient', 'update'], [], {}],
  ])('%s: %j, loop %j, then %j', (wanted, before, loop, after, settings) => {
    expect(say(before, loop, after, settings)).toBe(wanted);
  });

  test('each diagnosis has its words, and the mistakes are among them', () => {
    expect(Object.keys(enLoop.diagnosis).sort()).toEqual([...DIAGNOSES].sort());
    for (const mistake of MISTAKES) expect(isMistake(mistake)).toBe(true);
    expect(isMistake('right')).toBe(false);
  });
});

describe('pictures of a batch', () => {
  const experiment = { dataset: 'digits' as const, examples: 1_200, batchSize: 32, epochs: 3, seed: 11 };

  test('every picture of an epoch once, batch after batch; the last batch may be smaller', () => {
    const perEpoch = Math.ceil(1_200 / 32);
    const seen = Array.from({ length: perEpoch }, (_, step) => batchPictures(experiment, step)).flat();
    expect(seen).toHaveLength(1_200);
    expect(new Set(seen).size).toBe(1_200);
    expect(batchPictures(experiment, perEpoch - 1)).toHaveLength(1_200 % 32);
    expect(batchPictures(experiment, perEpoch)).not.toEqual(batchPictures(experiment, 0));
  });

  test('the trainer takes the same ones', () => {
    const { trainExamples, pixels: size } = DATASETS.digits;
    // Each picture carries its own number in its first two pixels.
    const pixels = new Uint8Array(trainExamples * size);
    for (let i = 0; i < trainExamples; i++) {
      pixels[i * size] = i & 255;
      pixels[i * size + 1] = i >> 8;
    }
    const train = { pixels, labels: new Uint8Array(trainExamples), count: trainExamples };
    const batches = new Batches(
      { ...trainingLoop.experiment!, ...experiment },
      {
        train,
        available: trainExamples,
        until: async () => {},
      },
    );
    for (const step of [0, 1, 37, 38, 80]) {
      const { pixels: taken, labels } = batches.at(step);
      const numbers = Array.from(
        { length: labels.length },
        (_, i) => taken[i * size]! + taken[i * size + 1]! * 256,
      );
      expect(batchPictures(experiment, step)).toEqual(numbers);
    }
  });
});
