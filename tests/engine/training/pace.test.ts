import { describe, expect, it } from 'vitest';
import { Chore, PACE, pointInterval } from '@/engine/training/pace';
import { LIMITS } from '@/protocol/limits';

describe('pace', () => {
  it('a chore is done as often as wanted while it is cheap, and seldom enough when it is dear', async () => {
    let time = 0;
    const spend = (cost: number) => async () => {
      time += cost;
    };
    const chore = new Chore(1_000, () => time);
    expect(chore.due()).toBe(false);
    time = 1_000;
    expect(chore.due()).toBe(true);
    await chore.run(spend(500));
    time += 1_000;
    expect(chore.due()).toBe(false);
    time += 500 * PACE.costShare;
    expect(chore.due()).toBe(true);
    expect(chore.due(4)).toBe(false);
  });

  it('a run of eight hours stays within the points that one run may have', () => {
    let time = 0;
    let points = 0;
    while (time < 8 * 3_600_000) {
      time += pointInterval(points);
      points++;
    }
    expect(points).toBeLessThan(LIMITS.pointsPerRun);
  });
});
