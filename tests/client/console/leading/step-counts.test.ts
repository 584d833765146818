import { describe, expect, it } from 'vitest';
import { stepCounts, stepOf } from '@/client/console/leading/step-counts';

describe('how many students are at each step', () => {
  it('counts those who are here: where they say, else where the class is', () => {
    const here = { activity: 'idle' } as const;
    const counts = stepCounts(
      [
        { live: here, condition: undefined },
        { live: here, condition: {} },
        { live: here, condition: { step: 0 } },
        { live: { activity: 'disconnected' }, condition: { step: 0 } },
        { live: undefined, condition: undefined },
        // Of another version's lesson: at no step that is shown.
        { live: here, condition: { step: 9 } },
      ],
      1,
      3,
    );
    expect(counts).toEqual([1, 2, 0]);
    expect(stepOf({ condition: { step: 0 } }, 2)).toBe(0);
  });
});
