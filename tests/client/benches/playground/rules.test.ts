import { describe, expect, test } from 'vitest';
import { addPoint, erasePoints } from '@/client/benches/playground/data/drawing-rules';
import { formatHash, labLink, readHash } from '@/client/benches/playground/model/bench-link';
import { CurveLog } from '@/client/benches/playground/model/curve-log';
import { keepOwn, ownShape } from '@/client/benches/playground/model/kept-bench';
import { REGIONS, regionOf, reportPoints } from '@/client/benches/playground/model/point-report';
import {
  changedControls,
  changeKind,
  featuresForOwn,
  offeredFeatures,
  showsOf,
  withFeature,
  withLayers,
  withPossibleFeatures,
  withUnits,
} from '@/client/benches/playground/model/setup-change';
import { layoutNetwork } from '@/client/benches/playground/network/playground-layout';
import { type Cursor, heldCursor, walkNetwork } from '@/client/benches/playground/network/walk';
import { curveAxes, labelPlaces } from '@/client/benches/playground/results/curve-shape';
import { contour } from '@/client/benches/playground/surface/contour';
import { placesBetween } from '@/client/benches/playground/surface/surface-image';
import { plotArea } from '@/client/charts/plot/plot-area';
import { denseShape } from '@/engine/dense/shape';
import { CONTROLS, DEFAULT_SETUP } from '@/engine/playground/setup';
import { formatSetup, parseSetup } from '@/engine/playground/setup-link';
import { FEATURE_IDS } from '@/engine/points/features';
import { packPointSet } from '@/engine/points/point-set';
import { neuralNetworks } from '@/lessons/neural-networks/lesson';
import { IRIS_SEABORN } from '@/tests/field/known-tables';
import { pointsOf, readText } from '@/tests/field/read-text';

describe('changes of a setup', () => {
  test('need as little as possible', () => {
    const kind = (patch: object) => changeKind(DEFAULT_SETUP, { ...DEFAULT_SETUP, ...patch });
    expect(kind({})).toBe('none');
    expect(kind({ hidden: [4, 2] })).toBe('none');
    expect(kind({ showTest: true })).toBe('look');
    expect(kind({ showTest: true, learningRate: 1 })).toBe('adjust');
    expect(kind({ stop: { ...DEFAULT_SETUP.stop, steps: 5 } })).toBe('adjust');
    expect(kind({ learningRate: 1, seed: 2 })).toBe('rebuild');
  });

  test('keep within the limits', () => {
    expect(withUnits([1], 0, -1)).toBeNull();
    expect(withUnits([8], 0, 1)).toBeNull();
    expect(withUnits([4, 2], 1, 1)).toEqual([4, 3]);
    expect(withLayers([], -1)).toBeNull();
    expect(withLayers([], 1)).toEqual([4]);
    expect(withLayers([1, 1, 1, 1, 1, 1], 1)).toBeNull();
    expect(withFeature(['x1'], 'x1', FEATURE_IDS)).toBeNull();
    expect(withFeature(['x2'], 'x1', FEATURE_IDS)).toEqual(['x1', 'x2']);
    expect(withFeature(['x1', 'x2'], 'x1', FEATURE_IDS)).toEqual(['x2']);
  });
});

describe('the setup in the address', () => {
  test('comes back from the lab’s link, and from a step’s for that step alone', () => {
    const setup = { ...DEFAULT_SETUP, points: 'spiral', seed: 9, hide: ['noise'] } as const;
    expect(readHash(formatHash(setup, null), null, DEFAULT_SETUP)).toEqual({ setup, problems: [] });
    expect(readHash(formatHash(setup, 'bend'), 'bend', DEFAULT_SETUP)?.setup).toEqual(setup);
    expect(readHash(formatHash(setup, 'bend'), 'layers', DEFAULT_SETUP)).toBeNull();
    expect(readHash(formatHash(setup, 'bend'), null, DEFAULT_SETUP)).toBeNull();
    expect(labLink('http://classroom.test', setup)).toMatch(/^http:\/\/classroom\.test\/lab#points=spiral/);
  });

  test('is no setup where it is an anchor, and harmless where it is hostile', () => {
    expect(readHash('', null, DEFAULT_SETUP)).toBeNull();
    expect(readHash('#content', null, DEFAULT_SETUP)).toBeNull();
    const hostile = readHash('#hidden=1e9&seed=<img onerror=1>&__proto__=1', null, DEFAULT_SETUP)!;
    expect(hostile.setup).toEqual(DEFAULT_SETUP);
    expect(hostile.problems).toHaveLength(3);
  });

  test('every step of the lesson opens with a setup that is read without a problem', () => {
    for (const step of neuralNetworks.steps) {
      if (step.bench !== 'playground') continue;
      expect(parseSetup(step.options.setup).problems).toEqual([]);
      for (const control of step.options.hidden) expect(CONTROLS).toContain(control);
    }
  });

  test('names the controls of what is not as it was, whichever a lesson leaves out; looks and the seed are nobody’s change', () => {
    const changed = (patch: object) => changedControls(DEFAULT_SETUP, { ...DEFAULT_SETUP, ...patch });
    expect(changed({})).toEqual([]);
    expect(changed({ noise: 0.35, l2: 0.01, optimizer: 'adam' })).toEqual([
      'noise',
      'optimizer',
      'regularisation',
    ]);
    expect(changed({ seed: 99, showTest: true, hide: ['noise'] })).toEqual([]);
    expect(changed({ hidden: [...DEFAULT_SETUP.hidden] })).toEqual([]);
  });

  test('controls are hidden by a lesson and by a link', () => {
    const shows = showsOf(['noise'], ['seed']);
    expect([shows('noise'), shows('seed'), shows('points')]).toEqual([false, false, true]);
  });
});

describe('own points that are kept', () => {
  test.each([
    'x,y,label\n1,2,A\n2,1,A\n-1,0,B\n-2,1,B\n',
    'x,y,value\n1,2,1\n2,1,2\n-1,0,3\n3,3,4\n4,4,5\n0,1,6\n2,2,7\n',
    IRIS_SEABORN,
    `x,y,label\n1,2,${'very '.repeat(40)}long\n2,1,short\n-1,0,short\n-2,1,short\n`,
  ])('come back as they were', (text) => {
    const parsed = pointsOf(readText(text)).data;
    const back = ownShape(JSON.parse(JSON.stringify(keepOwn(parsed))))!;
    expect(back.classNames).toEqual(parsed.classNames);
    expect(back.columnNames).toEqual(parsed.columnNames);
    expect(back.more).toEqual(parsed.more);
    expect(back.points.more?.inputs).toBe(parsed.points.more?.inputs);
    back.points.more?.values.forEach((value, i) => {
      expect(value).toBeCloseTo(parsed.points.more!.values[i]!, 3);
    });
    expect(back.points.task).toBe(parsed.points.task);
    back.points.xs.forEach((x, i) => {
      expect(x).toBeCloseTo(parsed.points.xs[i]!, 3);
    });
  });

  test('are refused where they were tampered with', () => {
    const good = {
      classNames: ['A', 'B'],
      columnNames: null,
      scales: [
        [0, 1],
        [0, 1],
      ],
    };
    const points = [
      [1, 1, 0],
      [2, 2, 1],
      [0, 0, 0],
      [3, 3, 1],
    ];
    expect(ownShape({ ...good, points })).toBeDefined();
    for (const bad of [
      null,
      {},
      { ...good },
      { ...good, points: points.slice(1) },
      { ...good, points: [...points, [9, 0, 0]] },
      { ...good, points: [...points, [1, 0, 2]] },
      { ...good, points: [...points, ['1', 0, 0]] },
      { ...good, classNames: ['A'], points },
      {
        ...good,
        scales: [
          [0, 0],
          [0, 1],
        ],
        points,
      },
      { ...good, points, more: [['z', 0, 1]] },
      { ...good, points: points.map((point) => [...point, 1]), more: [['z', 0, 0]] },
      { ...good, points: points.map((point) => [...point, '1']), more: [['z', 0, 1]] },
      { ...good, points: points.map((point) => [...point, 1]), more: 'z' },
    ]) {
      expect(ownShape(bad)).toBeUndefined();
    }
  });
});

describe('features of own data', () => {
  const four = { ...DEFAULT_SETUP, points: 'own' as const, features: ['x1', 'x2', 'x3', 'x4'] as const };

  test('are those that its points have', () => {
    expect(withPossibleFeatures(four, 2)).toBe(four);
    expect(withPossibleFeatures(four, 1).features).toEqual(['x1', 'x2', 'x3']);
    expect(withPossibleFeatures({ ...four, points: 'circle' }, 2).features).toEqual(['x1', 'x2']);
    // A link to inputs alone that are not here still has a network.
    expect(withPossibleFeatures({ ...four, features: ['x4'] }, 0).features).toEqual(['x1', 'x2']);
  });

  test('are all switched on with the data, and stand first', () => {
    expect(featuresForOwn(['x1-squared'], 2)).toEqual(['x1', 'x2', 'x3', 'x4']);
    expect(featuresForOwn(['x1-squared', 'x3'], 0)).toEqual(['x1-squared']);
    expect(offeredFeatures(0)).toEqual(FEATURE_IDS);
    expect(offeredFeatures(2).slice(0, 5)).toEqual(['x1', 'x2', 'x3', 'x4', 'x1-squared']);
  });

  test('go through a link', () => {
    expect(parseSetup(formatSetup(four))).toEqual({ setup: four, problems: [] });
  });
});

describe('the curve log', () => {
  test('stays short, keeps the first and the newest place, and its order', () => {
    const log = new CurveLog();
    for (let step = 0; step <= 100_000; step += 7) log.push({ step, train: 1, test: 2 });
    expect(log.all.length).toBeLessThanOrEqual(241);
    expect(log.all.length).toBeGreaterThan(60);
    expect(log.all[0]!.step).toBe(0);
    expect(log.all.at(-1)!.step).toBe(99_995);
    const steps = log.all.map((point) => point.step);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  test('begins anew at a rewind and leaves out what is no number', () => {
    const log = new CurveLog();
    log.push({ step: 50, train: 1, test: 1 });
    log.push({ step: 60, train: Number.NaN, test: 1 });
    expect(log.all).toHaveLength(1);
    log.push({ step: 0, train: 3, test: 3 });
    expect(log.all).toEqual([{ step: 0, train: 3, test: 3 }]);
  });

  test('its two names never lie on each other, nor outside', () => {
    const plot = { width: 200, height: 86 };
    for (const [train, test_] of [
      [0, 0],
      [1, 1],
      [0.5, 0.51],
      [0.01, 0],
    ] as const) {
      const last = { step: 10, train, test: test_ };
      const { x, y } = curveAxes([last], null, false);
      const places = labelPlaces(
        last,
        plotArea({ left: 0, right: plot.width, top: 0, bottom: plot.height }, x, y),
      );
      expect(Math.abs(places.train - places.test)).toBeGreaterThanOrEqual(13.9);
      for (const y of [places.train, places.test]) {
        expect(y).toBeGreaterThanOrEqual(3.9);
        expect(y).toBeLessThanOrEqual(plot.height + 0.1);
      }
    }
  });
});

describe('what the plane says in words', () => {
  test('names nine regions', () => {
    expect(regionOf(-6, 6)).toBe('upper-left');
    expect(regionOf(0, 0)).toBe('centre');
    expect(regionOf(6, -6)).toBe('lower-right');
    expect(new Set(REGIONS).size).toBe(9);
  });

  test('counts right answers by class and wrong ones by region', () => {
    const points = packPointSet('classification', 2, [
      { x: 5, y: 5, label: 1 },
      { x: 5, y: -5, label: 1 },
      { x: -5, y: -5, label: 0 },
      { x: 4, y: 5, label: 0 },
    ]);
    // σ(10·x₁): 1 to the right.
    const shape = denseShape(2, [], 'tanh', 1, 'sigmoid');
    expect(reportPoints({ shape }, ['x1', 'x2'], [10, 0, 0], points)).toEqual({
      classes: [
        { right: 1, all: 2 },
        { right: 2, all: 2 },
      ],
      right: 3,
      all: 4,
      wrong: [{ region: 'upper-right', count: 1 }],
    });
    const values = packPointSet('regression', 0, [{ x: 0, y: 0, label: 0.5 }]);
    expect(reportPoints({ shape }, ['x1', 'x2'], [10, 0, 0], values)).toBeNull();
  });
});

describe('the network’s picture', () => {
  const layout = layoutNetwork({
    width: 400,
    height: 312,
    features: FEATURE_IDS,
    used: ['x1', 'x2'],
    shape: denseShape(2, [3, 2], 'tanh', 1, 'sigmoid'),
    labels: 40,
  });

  test('has a node a unit and an edge a weight, each at its place among the weights', () => {
    expect(layout.nodes).toHaveLength(7 + 3 + 2 + 1);
    expect(layout.edges).toHaveLength(2 * 3 + 3 * 2 + 2);
    const places = [
      ...layout.edges.map((edge) => edge.weight),
      ...layout.nodes.flatMap((node) => node.bias ?? []),
    ];
    expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    for (const { x, y } of layout.nodes) {
      expect(x - layout.size / 2).toBeGreaterThanOrEqual(0);
      expect(x + layout.size / 2).toBeLessThanOrEqual(400);
      expect(y - layout.size / 2).toBeGreaterThanOrEqual(0);
      expect(y + layout.size / 2).toBeLessThanOrEqual(312);
    }
  });

  test('the largest network fits a phone', () => {
    const large = layoutNetwork({
      width: 330,
      height: 312,
      features: FEATURE_IDS,
      used: FEATURE_IDS,
      shape: denseShape(7, [8, 8, 8, 8, 8, 8], 'tanh', 6, 'softmax'),
      labels: 40,
    });
    expect(large.size).toBeGreaterThanOrEqual(16);
    expect(large.gap).toBeGreaterThan(large.size);
    expect(Math.max(...large.nodes.map((node) => node.x + large.size / 2))).toBeLessThanOrEqual(330);
  });

  test('arrow keys walk over nodes and edges and back', () => {
    const keys = (start: Cursor, ...path: string[]) =>
      path.reduce<Cursor | null>((at, key) => (at ? walkNetwork(layout, at, key) : null), start);
    const x1: Cursor = { on: 'node', id: 'x1' };
    expect(keys(x1, 'ArrowDown')).toEqual({ on: 'node', id: 'x2' });
    expect(keys(x1, 'ArrowUp')).toBeNull();
    expect(keys(x1, 'ArrowRight')).toEqual({ on: 'edge', id: 'x1>1-0', seenFrom: 'from' });
    expect(keys(x1, 'ArrowRight', 'ArrowDown')).toEqual({ on: 'edge', id: 'x1>1-1', seenFrom: 'from' });
    expect(keys(x1, 'ArrowRight', 'ArrowDown', 'ArrowRight')).toEqual({ on: 'node', id: '1-1' });
    expect(keys(x1, 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowDown')).toEqual({
      on: 'edge',
      id: 'x2>1-0',
      seenFrom: 'to',
    });
    // A feature that is out has no edges.
    expect(keys({ on: 'node', id: 'sin-x1' }, 'ArrowRight')).toBeNull();
  });

  test('every node and edge can be reached', () => {
    const seen = new Set<string>();
    const open: Cursor[] = [heldCursor(layout, null)!];
    while (open.length > 0) {
      const at = open.pop()!;
      const key = JSON.stringify(at);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const arrow of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        const next = walkNetwork(layout, at, arrow);
        if (next) open.push(next);
      }
    }
    const ids = new Set([...seen].map((key) => (JSON.parse(key) as Cursor).id));
    expect(ids.size).toBe(layout.nodes.length + layout.edges.length);
  });

  test('a cursor on what is gone goes to the first node that is in use', () => {
    expect(heldCursor(layout, { on: 'edge', id: 'gone', seenFrom: 'to' })).toEqual({ on: 'node', id: 'x1' });
    expect(heldCursor(layout, { on: 'node', id: '2-1' })).toEqual({ on: 'node', id: '2-1' });
  });
});

describe('surfaces', () => {
  test('the contour lies where the value is', () => {
    // Values rise from left to right: 0, 1, 2; the line for 0.5 is upright at x = 0.5.
    const pieces = contour(Float32Array.from([0, 1, 2, 0, 1, 2, 0, 1, 2]), 3, 0.5);
    expect(pieces).toHaveLength(8);
    expect(pieces.filter((_, i) => i % 2 === 0)).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(contour(new Float32Array(9), 3, 0.5)).toEqual([]);
  });

  test('a saddle gives two pieces that do not cross', () => {
    expect(contour(Float32Array.from([1, 0, 0, 1]), 2, 0.5)).toHaveLength(8);
  });

  test('pixels lie between the right cells', () => {
    const { low, share } = placesBetween(4, 8);
    expect(low[0]).toBe(0);
    expect(share[0]).toBe(0);
    expect(low[7]! + share[7]!).toBe(3);
    expect(low[4]! + share[4]!).toBeCloseTo(1.75, 6);
  });
});

describe('drawing points', () => {
  test('leaves out what lies on the last one, and what lies outside', () => {
    const one = addPoint([], { x: 1, y: 1, label: 0 });
    expect(addPoint(one, { x: 1.1, y: 1, label: 0 })).toBe(one);
    expect(addPoint(one, { x: 1.1, y: 1, label: 1 })).toHaveLength(2);
    expect(addPoint(one, { x: 6.1, y: 1, label: 1 })).toBe(one);
    expect(erasePoints(one, 1.2, 1.2)).toEqual([]);
    expect(erasePoints(one, 3, 3)).toBe(one);
  });
});
