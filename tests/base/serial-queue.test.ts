import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SerialQueue } from '@/base/serial-queue';

test('one at a time, in order, whatever fails; each answer finds who asked', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom('answers', 'fails', 'throws'), { maxLength: 12 }),
      async (scheduler, kinds) => {
        const queue = new SerialQueue();
        const begun: number[] = [];
        let running = 0;
        const results = kinds.map((kind, index) =>
          queue
            .run(() => {
              begun.push(index);
              running += 1;
              expect(running).toBe(1);
              const end = () => {
                running -= 1;
                if (kind !== 'answers') throw new Error(`${index}`);
                return index;
              };
              return kind === 'throws' ? end() : scheduler.schedule(Promise.resolve()).then(end);
            })
            .catch((error: Error) => `failed ${error.message}`),
        );
        expect(queue.size).toBe(kinds.length);
        const settled = queue.settled();
        await scheduler.waitFor(settled);
        expect(queue.size).toBe(0);
        expect(begun).toEqual(kinds.map((_, index) => index));
        expect(await Promise.all(results)).toEqual(
          kinds.map((kind, index) => (kind === 'answers' ? index : `failed ${index}`)),
        );
      },
    ),
  );
});
