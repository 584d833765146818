import { poolOf } from '@/lessons/benches';
import type { Lesson } from '@/lessons/lesson';
import { bytesToText } from '@/protocol/bytes-text';
import type { Answer } from '@/protocol/refusals';
import { freshId } from './credentials';
import { drawing } from './drawing';
import { onceStored } from './once-stored';
import type { TabStudent } from './student';

/** All that a student can do at the steps of a lesson apart from training: guesses, ten drawings, a measured device. */
export async function workThrough(lesson: Lesson, { tab }: TabStudent): Promise<void> {
  for (const { id: stepId, prediction } of lesson.steps) {
    if (!prediction) continue;
    await onceStored(() => tab.command({ type: 'prediction:commit', stepId, choice: 1 }));
    await onceStored(() => tab.command({ type: 'prediction:outcome', stepId, choice: 0 }));
  }
  if (poolOf(lesson))
    for (let label = 0; label < 10; label += 1) {
      const filed = { id: freshId(), label: label % 2, pixels: bytesToText(drawing(label % 2)) };
      await onceStored(() => tab.say<Answer>('pool:add', filed));
    }
  if (lesson.steps.some(({ bench }) => bench === 'compute-measure'))
    await onceStored(() =>
      tab.command({
        type: 'measurement:report',
        software: false,
        figures: [
          { task: 'matrix-product', backend: 'javascript', size: 64, ms: 2 },
          { task: 'matrix-product', backend: 'webgl', size: 64, ms: 1 },
        ],
      }),
    );
}
