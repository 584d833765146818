import { describe, expect, it } from 'vitest';
import { isIntact } from './cut-figures';
import { canMakeNetworks } from './own-network';
import { rehearseCuts } from './rehearse-cuts';

describe.skipIf(!canMakeNetworks())('a class behind bad lines (needs root on Linux)', () => {
  it('I5, I6: whoever is cut off again and again loses nothing, and the others notice nothing', async () => {
    const figures = await rehearseCuts({ cuts: 6, links: 3, longestSeconds: 24, seed: 5 });
    const { cut, control, others } = figures;
    const nothing = { lost: 0, missing: 0, twice: 0, outOfOrder: 0, left: 0 };
    expect(cut).toMatchObject(nothing);
    expect(others).toMatchObject({ ...nothing, losses: 0, deskLosses: 0 });
    expect(cut.acknowledged).toBe(cut.recorded);
    // The lines were really away, and a page that forgets what it has sent is seen to lose.
    expect(cut.losses).toBeGreaterThan(0);
    expect(control.lost).toBeGreaterThan(0);
    expect(isIntact(figures)).toBe(true);
  });
});
