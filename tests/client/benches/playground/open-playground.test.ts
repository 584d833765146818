import { expect, test } from 'vitest';
import { OpenWork } from '@/client/benches/frame/open-work';
import type { BenchModel } from '@/client/benches/playground/model/bench-model';
import { openPlayground } from '@/client/benches/playground/model/open-playground';
import { handedShape } from '@/client/student/handed/kept-handed';
import { DEFAULT_SETUP, type PlaygroundSetup } from '@/engine/playground/setup';
import { type OwnPoints, ownPointsFromDrawing } from '@/engine/points/own-points';
import { WORK } from '@/protocol/sight-bounds';
import { pointsOf, readText } from '@/tests/field/read-text';

/** A bench as far as it is opened: its setup, its own points, and what was put there, in order. */
function bench(
  own: OwnPoints | null,
  setup: Partial<PlaygroundSetup> = {},
  fixed: Partial<PlaygroundSetup> = {},
) {
  const now = { own, setup: { ...DEFAULT_SETUP, ...setup }, state: { name: 'ready' } };
  const put: string[] = [];
  const open = new OpenWork();
  const model = {
    snapshot: () => now,
    standsAt: { weights: new Float32Array([1, 2]), step: 3 },
    curve: { all: [] },
    takeOwn(points: OwnPoints) {
      put.push('own');
      now.own = points;
      now.setup = { ...now.setup, points: 'own' };
    },
    change(next: PlaygroundSetup) {
      put.push('setup');
      now.setup = next;
    },
    takeWeights: () => put.push('weights'),
  };
  openPlayground(open, model as unknown as BenchModel, fixed);
  return { now, open, put };
}

function drawn(count: number): OwnPoints {
  const points = Array.from({ length: count }, (_, i) => ({
    x: Math.sin(i) * 5,
    y: Math.cos(i * 7) * 5,
    label: i % 2,
  }));
  const drawing = ownPointsFromDrawing(points, 2);
  if (!drawing.ok) throw new Error(drawing.fault.code);
  return drawing.data;
}

const TABLE = pointsOf(readText('width,height,kind\n1,2,cat\n2,1,cat\n-1,0,dog\n-2,1,dog\n')).data;

test('a teacher’s own points come with their names, before the setup and the weights that are for them', () => {
  const teacher = bench(TABLE, { points: 'own', hidden: [3] });
  const student = bench(null, { points: 'circle' });
  const works = teacher.open.handable();
  for (const { text } of works) expect(text.length).toBeLessThan(WORK.characters);
  student.open.put(works);
  expect(student.put).toEqual(['own', 'setup', 'weights']);
  expect(student.now.own).toMatchObject({
    classNames: ['cat', 'dog'],
    columnNames: ['width', 'height', 'kind'],
  });
  expect(student.now.own!.points.labels).toEqual(TABLE.points.labels);
  expect(student.now.setup).toMatchObject({ points: 'own', hidden: [3] });
});

test('a student gets all own points back, after a reload and although they were not trained with', () => {
  const own = drawn(3_000);
  const student = bench(own, { points: 'circle' });
  const before = student.open.put(bench(TABLE, { points: 'own' }).open.handable())!;
  expect(student.now.own!.points.xs).toHaveLength(4);
  const kept = handedShape(JSON.parse(JSON.stringify({ id: 'a', before })))!;
  student.open.put(kept.before!);
  expect(student.now.own!.points.xs).toHaveLength(3_000);
  expect(student.now.own!.points.ys[2_999]).toBeCloseTo(own.points.ys[2_999]!, 3);
  expect(student.now.setup.points).toBe('circle');
});

test('a bench whose points are dealt takes nobody’s own', () => {
  const student = bench(null, { points: 'spiral' }, { points: 'spiral' });
  student.open.put(bench(TABLE, { points: 'own' }).open.handable());
  expect(student.put).not.toContain('own');
  expect(student.now.setup.points).toBe('spiral');
});
