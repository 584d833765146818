import { expect, it } from 'vitest';
import { CARD_SIZES, DENSITIES, densityFor } from '@/client/console/density';

it('makes cards smaller as they become more, unless somebody wants them otherwise', () => {
  const sizes = [1, 10, 11, 60, 80, 81, 200].map((students) => densityFor('auto', students));
  expect(sizes).toEqual(['large', 'large', 'normal', 'normal', 'normal', 'small', 'small']);
  expect(densityFor('large', 200)).toBe('large');
  const widths = DENSITIES.map((density) => CARD_SIZES[density].least);
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
});
