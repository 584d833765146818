import { describe, expect, test } from 'vitest';
import { ownPointsFromDrawing, shortened } from '@/engine/points/own-points';

describe('drawn points', () => {
  test('need two classes and four points; stay on the plane', () => {
    const at = (x: number, label: number) => ({ x, y: 0, label });
    expect(ownPointsFromDrawing([at(0, 0), at(1, 1)], 2)).toMatchObject({ fault: { code: 'too-few-rows' } });
    expect(
      ownPointsFromDrawing(
        [1, 2, 3, 4].map((x) => at(x, 1)),
        2,
      ),
    ).toMatchObject({ fault: { code: 'one-class' } });
    const drawn = ownPointsFromDrawing(
      [1, 2, 3, 40].map((x) => at(x, x % 2)),
      2,
    );
    if (!drawn.ok) throw new Error(drawn.fault.code);
    expect([...drawn.data.points.xs]).toEqual([1, 2, 3, 6]);
  });
});

test('a text is shortened between signs, never within one', () => {
  expect(shortened('𠮷'.repeat(50), 5)).toBe('𠮷𠮷𠮷𠮷…');
  expect(shortened('short')).toBe('short');
});
