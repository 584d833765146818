import { expect, test } from 'vitest';
import { sizeFigures } from '@/client/benches/compute/class-figures';
import { decadesAround } from '@/client/benches/compute/log-scale';
import type { DeviceSpeedUps } from '@/protocol/measurement';

const device = (times: number): DeviceSpeedUps => ({
  software: false,
  tasks: { 'matrix-product': { webgl: [times] }, 'training-step': {} },
});
const figures = (...times: number[]) => sizeFigures(times.map(device), 'matrix-product', 'webgl')[0]!;
const axis = ({ least, most }: { least: number; most: number }) => decadesAround([least, most], [0.1, 100]);

test('one device far from all others stretches no axis, whichever way it lies', () => {
  const honest = [8, 20, 35, 40, 60];
  const before = axis(figures(...honest));
  for (const odd of [10_000, 0.000_1]) {
    const after = figures(...honest, odd);
    expect(axis(after)).toEqual(before);
    expect(after.count).toBe(honest.length + 1);
  }
  // The control: with its own extremes the axis has as many decades again.
  expect(decadesAround([8, 10_000], [0.1, 100])).not.toEqual(before);
});

test('a class of weak and strong cards is shown whole', () => {
  expect(figures(0.2, 0.5, 1, 30, 80, 300)).toMatchObject({ least: 0.2, most: 300 });
  expect(figures(0.01, 300)).toMatchObject({ least: 0.01, most: 300 });
});
