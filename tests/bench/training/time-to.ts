import { FIRST_NETWORK } from '@/client/benches/digits/training/setting-choices';
import { findLesson } from '@/lessons/registry';
import { percentile, round } from '@/tests/bench/percentiles';
import { openEnginePage } from '@/tests/browser/engine/engine-page';
import type { BenchTask } from './tasks';

/** A row of `npm run bench -- training`: what a student of lesson 5 waits for. */
export interface TimeToFigure {
  network: keyof typeof ACCURACY;
  engine: BenchTask['engine'];
  /** Share of the validation pictures that are read right. */
  accuracy: number;
  /** From Train until then, the middle one of some. */
  seconds: number;
}

/** The dense network of 32 units never comes to 95 %, however long it trains. */
const ACCURACY = { dense: 0.93, convolutional: 0.95 } as const;
/** All pictures that there are for training, for as long as it takes. */
const LONGER = { examples: 12_000, epochs: 60 };
const ROUNDS = 3;

/** The networks that lesson 5 opens with, each on our kernels and on tfjs's WASM, which trained it before these were there. */
export async function measureTimeTo(entries: Record<string, string>): Promise<TimeToFigure[]> {
  const lesson = findLesson('handwritten-digits')!;
  const { page, close } = await openEnginePage(entries, { own: true });
  try {
    const rows: TimeToFigure[] = [];
    for (const network of ['dense', 'convolutional'] as const)
      for (const engine of ['kernels', 'wasm'] as const) {
        const experiment: BenchTask['experiment'] = {
          ...{ ...lesson.experiment!, ...LONGER, seed: 1 },
          network: FIRST_NETWORK[network],
        };
        const accuracy = ACCURACY[network];
        const took: number[] = [];
        for (let i = 0; i < ROUNDS; i++)
          took.push(
            await page.evaluate(([to, task]) => window.measureTimeTo(to, task), [
              accuracy,
              { experiment, engine },
            ] as const),
          );
        rows.push({ network, engine, accuracy, seconds: round(percentile(took, 0.5), 2) });
      }
    return rows;
  } finally {
    await close();
  }
}
