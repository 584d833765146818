import { expect, test } from 'vitest';
import { partsOf } from '@/client/benches/digits/digits-place';
import { isDigitsBench } from '@/lessons/bench';
import { LESSONS } from '@/lessons/registry';

/** There is one way from step to step: what a bench shows beside itself is what no step leads to. */
test.each(LESSONS.map(({ id, steps }) => [id, steps] as const))(
  'one navigation and not two: no bench leads to what another step leads to, in %s',
  (_id, steps) => {
    for (const { bench } of steps) {
      if (!isDigitsBench(bench)) continue;
      const [own, ...others] = partsOf(bench, steps);
      expect(own).toBe(bench);
      const doubled = others.filter((part) => steps.some((step) => step.bench === part));
      // Where networks compete, training is a part of it.
      expect(doubled).toEqual(
        bench === 'digits-challenge' && steps.some((step) => step.bench === 'digits-training')
          ? ['digits-training']
          : [],
      );
    }
  },
);
