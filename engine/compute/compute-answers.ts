import { HoldingPoint } from '@/base/holding-point';
import type { Answers } from '@/base/line/responder';
import { breathe } from '@/engine/training/breathe';
import { ComputeError } from './compute-error';
import type { ComputeNews, ComputeOrder, ComputeRequests } from './messages';

/** What is measured, one piece of news after another; the next is begun when it is asked for. */
type Measure = (order: ComputeOrder, onContextLost: () => void) => AsyncIterable<ComputeNews>;

/** What the worker that measures answers: between two pieces of news it stands as long as it is held. */
export function computeAnswers(
  measure: Measure,
  tell: (news: ComputeNews) => void,
): Answers<ComputeRequests> {
  const point = new HoldingPoint();
  const measureAll = async (order: ComputeOrder, onContextLost: () => void): Promise<null> => {
    for await (const news of measure(order, onContextLost)) {
      tell(news);
      // What calculates in plain JavaScript hears nothing meanwhile.
      await breathe();
      await point.passed();
    }
    return null;
  };
  return {
    measure: (order) =>
      new Promise((resolve, reject) => {
        // What waits for a lost card waits for ever.
        const onContextLost = () => reject(new ComputeError('context-lost', ''));
        measureAll(order, onContextLost).then(resolve, reject);
      }),
    hold: (_input, signal) =>
      new Promise((resolve) => {
        const letGo = point.hold();
        signal.addEventListener('abort', () => {
          letGo();
          resolve(null);
        });
      }),
  };
}
