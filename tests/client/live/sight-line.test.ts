import { expect, test } from 'vitest';
import { SightLine } from '@/client/live/sight-line';
import { SightSender } from '@/client/live/sight-sender';
import { until } from '@/people/until';

test('a bench that stands still is shown again to whoever looks anew, such as a projector that was reloaded', async () => {
  let shown = 0;
  const line = new SightLine(async () => {
    shown += 1;
    return { ok: true } as never;
  });
  const sender = new SightSender(line, () => ({ stepId: 'train', works: [] }));
  line.takeWatched('class');
  await until('the first look', () => shown === 1);
  line.takeWatched('class');
  await until('the second look', () => shown === 2);
  line.takeWatched('nobody');
  sender.close();
  expect(shown).toBe(2);
});
