import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHash } from '@/client/benches/playground/model/bench-link';
import { openLink } from '@/engine/playground/any-link';
import { DEFAULT_SETUP, type PlaygroundSetup, SETUP_LIMITS } from '@/engine/playground/setup';
import { formatSetup, LINK_FAULTS, MOST_LINK_CHARACTERS, parseSetup } from '@/engine/playground/setup-link';

/** As the Playground writes them: every part, in its own order. */
const WHOLE = {
  activation: 'tanh',
  batchSize: '10',
  dataset: 'circle',
  regDataset: 'reg-plane',
  learningRate: '0.03',
  regularizationRate: '0',
  noise: '0',
  networkShape: '4,2',
  seed: '0.51',
  showTestData: 'false',
  discretize: 'false',
  percTrainData: '50',
  x: 'true',
  y: 'true',
  xTimesY: 'false',
  xSquared: 'false',
  ySquared: 'false',
  cosX: 'false',
  sinX: 'false',
  cosY: 'false',
  sinY: 'false',
  collectStats: 'false',
  problem: 'classification',
  initZero: 'false',
  hideText: 'false',
};
const hashOf = (parts: Record<string, string>) =>
  Object.entries(parts)
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
const link = (changes: Record<string, string> = {}) =>
  `https://playground.tensorflow.org/#${hashOf({ ...WHOLE, ...changes })}`;

/** The setup that the Playground opens with, in this bench's terms. */
const USUAL: PlaygroundSetup = {
  ...DEFAULT_SETUP,
  points: 'circle',
  noise: 0,
  pointCount: 500,
  trainShare: 0.5,
  features: ['x1', 'x2'],
  hidden: [4, 2],
  activation: 'tanh',
  loss: 'squared-error',
  learningRate: 0.03,
  batchSize: 10,
  l1: 0,
  l2: 0,
  start: 'fitting',
};

function opened(text: string): { setup: PlaygroundSetup; faults: string[] } {
  const result = openLink(text)!;
  expect(result.from).toBe('tensorflow');
  return {
    setup: result.setup,
    faults: result.problems.map(({ fault, key }) => (key === null ? fault : `${fault} ${key}`)),
  };
}
const setupOf = (changes: Record<string, string>) => opened(link(changes)).setup;

describe("links of TensorFlow's Playground", () => {
  test('a whole link opens with all its parts; only what differs is told', () => {
    const { setup, faults } = opened(link());
    expect(setup).toEqual({ ...USUAL, seed: setup.seed });
    expect(faults).toEqual(['other-seed seed', 'other-output']);
  });

  test('every part counts', () => {
    for (const [activation, ours] of [
      ['relu', 'relu'],
      ['sigmoid', 'sigmoid'],
      ['linear', 'linear'],
    ])
      expect(setupOf({ activation: activation! }).activation).toBe(ours);
    for (const [dataset, ours] of [
      ['xor', 'xor'],
      ['gauss', 'gaussians'],
      ['spiral', 'spiral'],
    ])
      expect(setupOf({ dataset: dataset! }).points).toBe(ours);
    for (const [regDataset, ours] of [
      ['reg-plane', 'plane'],
      ['reg-gauss', 'hills'],
    ])
      expect(setupOf({ regDataset: regDataset!, problem: 'regression', dataset: 'xor' }).points).toBe(ours);
    expect(setupOf({ regularization: 'L1', regularizationRate: '0.003' })).toMatchObject({
      l1: 0.003,
      l2: 0,
    });
    expect(setupOf({ regularization: 'L2', regularizationRate: '0.1' })).toMatchObject({ l1: 0, l2: 0.1 });
    expect(setupOf({ regularization: 'none', regularizationRate: '0.1' })).toMatchObject({ l1: 0, l2: 0 });
    expect(
      setupOf({ noise: '35', percTrainData: '80', batchSize: '1', learningRate: '0.00001' }),
    ).toMatchObject({ noise: 0.35, trainShare: 0.8, batchSize: 1, learningRate: 0.000_01 });
    expect(setupOf({ networkShape: '8,7,6,5,4,3' }).hidden).toEqual([8, 7, 6, 5, 4, 3]);
    expect(setupOf({ networkShape: '' }).hidden).toEqual([]);
    expect(
      setupOf({ x: 'false', xSquared: 'true', ySquared: 'true', xTimesY: 'true', sinX: 'true', sinY: 'true' })
        .features,
    ).toEqual(['x2', 'x1-squared', 'x2-squared', 'x1-x2', 'sin-x1', 'sin-x2']);
    expect(setupOf({ initZero: 'true', showTestData: 'true', discretize: 'true' })).toMatchObject({
      start: 'zero',
      showTest: true,
      discretise: true,
    });
  });

  test('controls that the link hides are hidden', () => {
    const hides = [
      'playButton',
      'learningRate',
      'regularizationRate',
      'regularization',
      'numHiddenLayers',
      'dataset',
    ];
    const changes = Object.fromEntries(hides.map((key) => [`${key}_hide`, 'true']));
    const { setup, faults } = opened(link({ ...changes, noise_hide: 'false', stereo_hide: 'true' }));
    expect([...setup.hide].sort()).toEqual(['layers', 'learning-rate', 'play', 'points', 'regularisation']);
    expect(faults).toContain('no-control stereo_hide');
    expect(faults).toHaveLength(3);
  });

  test('older and shorter links have the Playground’s defaults for what they leave out', () => {
    const { setup, faults } = opened('http://playground.tensorflow.org/#networkShape=3&dataset=xor');
    expect(setup).toEqual({ ...USUAL, points: 'xor', hidden: [3] });
    expect(faults).toEqual(['other-output']);
    // It reads an empty part as one that is not there.
    expect(opened(link({ activation: '', noise: '', seed: '' })).setup).toEqual({ ...USUAL });
  });

  test('what cannot be the same is told by name, and only where it is asked for', () => {
    expect(
      opened(link({ cosX: 'true', collectStats: 'true', hideText: 'true', tutorial: 'dp' })).faults,
    ).toEqual([
      'no-cosine cosX',
      'no-statistics collectStats',
      'no-text hideText',
      'no-tutorial tutorial',
      'other-seed seed',
      'other-output',
    ]);
    expect(opened(link({ problem: 'regression' })).faults).toEqual([
      'other-seed seed',
      'whole-square',
      'fewer-points',
    ]);
    expect(setupOf({ problem: 'regression' }).pointCount).toBe(1_000);
    expect(opened(link({ x: 'false', y: 'false' })).faults).toContain('no-features');
    expect(setupOf({ x: 'false', y: 'false' }).features).toEqual(['x1']);
  });

  test('the same seed draws the same here, another one another', () => {
    expect(setupOf({ seed: '0.51' }).seed).toBe(setupOf({ seed: '0.51' }).seed);
    expect(setupOf({ seed: '0.51' }).seed).not.toBe(setupOf({ seed: '0.52' }).seed);
    expect(setupOf({ seed: '12' }).seed).toBe(12);
    expect(setupOf({ seed: '../..' }).seed).toBeLessThanOrEqual(SETUP_LIMITS.seed[1]);
  });

  test('values that are none, or beyond the bench, are told and replaced', () => {
    const { setup, faults } = opened(
      link({
        noise: '80',
        percTrainData: '99',
        batchSize: '2.5',
        learningRate: 'NaN',
        networkShape: '9,1,1,1,1,1,1',
        activation: 'swish',
        dataset: '__proto__',
        xTimesY: 'maybe',
      }),
    );
    expect(setup).toEqual({
      ...USUAL,
      noise: 0.5,
      trainShare: 0.9,
      hidden: [8, 1, 1, 1, 1, 1],
      seed: setup.seed,
    });
    expect(faults.sort()).toEqual(
      [
        'fewer-layers networkShape',
        'fewer-units networkShape',
        'nearest noise',
        'nearest percTrainData',
        'not-a-number batchSize',
        'not-a-number learningRate',
        'other-output',
        'other-seed seed',
        'unknown-value activation',
        'unknown-value dataset',
        'unknown-value xTimesY',
      ].sort(),
    );
    for (const shape of ['0', '-1', '4,,2', '1e3', 'a', '4,9999999'])
      expect(opened(link({ networkShape: shape })).faults).toContain('not-a-number networkShape');
    expect(opened(`${link()}&noise=5&__proto__=1`).faults).toEqual([
      'repeated noise',
      'unknown-key __proto__',
      'other-seed seed',
      'other-output',
    ]);
  });
});

describe('any link, however it comes', () => {
  const ours = formatSetup({ ...DEFAULT_SETUP, points: 'moons', hidden: [3] });

  test.each([
    ['the part after #', `#${hashOf(WHOLE)}`],
    ['without the sign', hashOf(WHOLE)],
    ['after ?', `http://example.org/playground/?${hashOf(WHOLE)}`],
    ['escaped', encodeURIComponent(link())],
    ['escaped for a page', link().replaceAll('&', '&amp;')],
    ['in brackets, in a message', `Look at this: <${link()}>.`],
    ['with a full stop', `${link()}。`],
    ['broken into lines by mail', link().replace(/.{60}/g, '$&\r\n')],
    ['in wide letters', link().replaceAll('=', '＝').replaceAll('&', '＆').replace('#', '＃')],
    ['behind the address of the lab', `http://192.168.1.5:3000/lab#${link()}`],
  ])('the Playground’s: %s', (_how, text) => {
    const { setup, faults } = opened(text);
    expect(setup).toEqual({ ...USUAL, seed: setup.seed });
    expect(faults).toEqual(['other-seed seed', 'other-output']);
  });

  test.each([
    ['of the lab', `http://localhost:3000/lab#${ours}`],
    ['of a lesson’s step', `https://school.example/learn/neural-networks?step=bend#at=bend&${ours}`],
    ['the part alone', ours],
  ])('ours: %s', (_how, text) => {
    expect(openLink(text)).toEqual(parseSetup(ours));
    expect(openLink(text)!.setup).toMatchObject({ points: 'moons', hidden: [3] });
  });

  test('one that names no setup is none; in the address of the lab its parts are told', () => {
    for (const text of ['', 'hello', 'https://example.org/?utm_source=mail', '%3D%E0%A4', '#content'])
      expect(openLink(text)).toBeNull();
    expect(readHash('#content', null, DEFAULT_SETUP)).toBeNull();
    expect(readHash('#colour=red', null, DEFAULT_SETUP)!.problems).toHaveLength(1);
    expect(readHash(`#${hashOf(WHOLE)}`, null, DEFAULT_SETUP)!.from).toBe('tensorflow');
    // In a lesson the address is of a step: nothing else is taken for its setup.
    expect(readHash(`#${hashOf(WHOLE)}`, 'bend', DEFAULT_SETUP)).toBeNull();
  });

  test('hostile ones are bounded, and leave a setup that can be trained', () => {
    const long = link({ networkShape: '1,'.repeat(5_000) });
    expect(openLink(long)!.problems.map(({ fault }) => fault)).toEqual(['too-long']);
    expect(openLink('x=true&'.repeat(500_000))!.problems.map(({ fault }) => fault)).toEqual(['too-long']);
    const value = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.constantFrom('true', 'false', '', '0', '-0', '1e309', 'null', 'constructor', '4,2'),
    );
    const parts = fc.array(
      fc.tuple(fc.constantFrom(...Object.keys(WHOLE), 'regularization', 'noise_hide', 'toString'), value),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(parts, (pairs) => {
        const text = `networkShape=2&${pairs.map(([key, one]) => `${key}=${encodeURIComponent(one)}`).join('&')}`;
        const result = openLink(text);
        if (text.length > MOST_LINK_CHARACTERS || result === null) return;
        for (const { fault, key, found } of result.problems) {
          expect(LINK_FAULTS).toContain(fault);
          expect((key ?? '').length).toBeLessThanOrEqual(40);
          expect(found.length).toBeLessThanOrEqual(40);
        }
        // Written as a link of ours it is read back without a fault: every value is within the bench's limits.
        expect(parseSetup(formatSetup(result.setup))).toEqual({ setup: result.setup, problems: [] });
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void openLink(text)));
  });
});
