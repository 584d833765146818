import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INITIALISER_IDS } from '@/engine/dense/initialisers';
import { OPTIMIZER_IDS } from '@/engine/dense/optimizers';
import {
  CONTROLS,
  DEFAULT_SETUP,
  HIDDEN_ACTIVATIONS,
  type PlaygroundSetup,
  SETUP_LIMITS,
  SETUP_LOSSES,
} from '@/engine/playground/setup';
import { formatSetup, MOST_LINK_CHARACTERS, parseSetup } from '@/engine/playground/setup-link';
import { FEATURE_IDS } from '@/engine/points/features';
import { POINT_SET_IDS } from '@/engine/points/generators';

const real = ([min, max]: readonly [number, number]) =>
  fc.double({ min, max, noNaN: true }).map((n) => n + 0);
const whole = ([min, max]: readonly [number, number]) => fc.integer({ min, max });

const setups: fc.Arbitrary<PlaygroundSetup> = fc.record({
  points: fc.constantFrom(...POINT_SET_IDS, 'own' as const),
  noise: real(SETUP_LIMITS.noise),
  pointCount: whole(SETUP_LIMITS.pointCount),
  trainShare: real(SETUP_LIMITS.trainShare),
  features: fc.uniqueArray(fc.constantFrom(...FEATURE_IDS), { minLength: 1 }),
  hidden: fc.array(whole(SETUP_LIMITS.units), { maxLength: SETUP_LIMITS.layers }),
  activation: fc.constantFrom(...HIDDEN_ACTIVATIONS),
  loss: fc.constantFrom(...SETUP_LOSSES),
  optimizer: fc.constantFrom(...OPTIMIZER_IDS),
  learningRate: real(SETUP_LIMITS.learningRate),
  batchSize: whole(SETUP_LIMITS.batchSize),
  l1: real(SETUP_LIMITS.penalty),
  l2: real(SETUP_LIMITS.penalty),
  start: fc.constantFrom(...INITIALISER_IDS),
  seed: whole(SETUP_LIMITS.seed),
  stop: fc.record({
    steps: fc.option(whole(SETUP_LIMITS.stopSteps)),
    lossBelow: fc.option(real(SETUP_LIMITS.stopLoss)),
    accuracyAtLeast: fc.option(real(SETUP_LIMITS.stopAccuracy)),
  }),
  showTest: fc.boolean(),
  discretise: fc.boolean(),
  hide: fc.uniqueArray(fc.constantFrom(...CONTROLS)),
});

describe('the setup in a link', () => {
  test('comes back the same, whatever it is, and fits', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const link = formatSetup(setup);
        expect(link.length).toBeLessThan(MOST_LINK_CHARACTERS);
        expect(parseSetup(`#${link}`)).toEqual({ setup, problems: [] });
      }),
    );
  });

  test('is readable', () => {
    expect(formatSetup({ ...DEFAULT_SETUP, stop: { ...DEFAULT_SETUP.stop, steps: 500 } })).toBe(
      'points=circle&noise=0&count=400&train=0.5&features=x1,x2&hidden=4,2&activation=tanh&loss=cross-entropy&optimizer=sgd&rate=0.03&batch=10&l1=0&l2=0&start=fitting&seed=1&test=0&discretise=0&hide=&stop-steps=500',
    );
  });

  test('an empty link is the default, or what a lesson sets', () => {
    expect(parseSetup('')).toEqual({ setup: DEFAULT_SETUP, problems: [] });
    const lesson = { ...DEFAULT_SETUP, points: 'spiral' as const };
    expect(parseSetup('?seed=7', lesson).setup).toEqual({ ...lesson, seed: 7 });
  });

  test.each([
    ['rate=abc', 'not-a-number', 'rate'],
    ['rate=NaN', 'not-a-number', 'rate'],
    ['rate=Infinity', 'not-a-number', 'rate'],
    ['rate=1e999', 'out-of-range', 'rate'],
    ['rate=-1', 'out-of-range', 'rate'],
    ['seed=1.5', 'not-a-number', 'seed'],
    ['seed=99999999999', 'out-of-range', 'seed'],
    ['hidden=4,999', 'out-of-range', 'hidden'],
    ['hidden=1,1,1,1,1,1,1', 'out-of-range', 'hidden'],
    ['features=', 'out-of-range', 'features'],
    ['features=x1,x1', 'repeated', 'features'],
    ['features=x1,__proto__', 'unknown-value', 'features'],
    ['activation=constructor', 'unknown-value', 'activation'],
    ['points=<script>', 'unknown-value', 'points'],
    ['test=yes', 'unknown-value', 'test'],
    ['__proto__=1', 'unknown-key', '__proto__'],
    ['stop-accuracy=95', 'out-of-range', 'stop-accuracy'],
  ])('%s: the default instead, and a word', (link, fault, key) => {
    expect(parseSetup(link)).toMatchObject({ setup: DEFAULT_SETUP, problems: [{ fault, key }] });
  });

  test('what is right beside something wrong is kept; a key counts once', () => {
    const { setup, problems } = parseSetup('seed=3&rate=x&seed=4&noise=0.2');
    expect(setup).toEqual({ ...DEFAULT_SETUP, seed: 3, noise: 0.2 });
    expect(problems).toEqual([
      { fault: 'not-a-number', key: 'rate', found: 'x' },
      { fault: 'repeated', key: 'seed', found: '4' },
    ]);
  });

  test('a link of any length and content is answered with a setup inside the limits', () => {
    expect(parseSetup(`seed=3&x=${'y'.repeat(MOST_LINK_CHARACTERS)}`)).toMatchObject({
      setup: DEFAULT_SETUP,
      problems: [{ fault: 'too-long', key: null }],
    });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('seed=', '&', 'hidden=', '9,', '%', '%zz', 'rate='))),
        (parts) => {
          const { setup } = parseSetup(parts.join(''));
          expect(parseSetup(formatSetup(setup))).toEqual({ setup, problems: [] });
        },
      ),
      { numRuns: 500 },
    );
  });
});
