import { afterEach, expect, it, vi } from 'vitest';
import { SessionPictures } from '@/engine/worker/session-pictures';
import { readServed } from '@/tests/engine/digits/node-pictures';
import { PATIENCE_MS } from '@/tests/patience';

afterEach(() => {
  vi.useRealTimers();
});

/** The files that are asked for `milliseconds` after the code that trains is there. */
async function askedAfter(milliseconds: number, stands: boolean): Promise<string[]> {
  const asked: string[] = [];
  const pictures = new SessionPictures({
    tell: () => {},
    fetchFrom: () => async (file) => {
      asked.push(file);
      return readServed(file);
    },
    pause: async () => {},
  });
  pictures.holdRest();
  await pictures.load({ dataset: 'digits', dataUrl: '' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  pictures.releaseSoon(stands);
  vi.advanceTimersByTime(milliseconds);
  vi.useRealTimers();
  // What may come does in the next turns.
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return asked;
}

it(
  'leaves the line to the page that is still to come, longer than to a training that stands ready',
  async () => {
    expect(await askedAfter(2_000, true)).toContain('validation.bin');
    expect(await askedAfter(2_000, false)).toEqual(['train-1.bin']);
    expect(await askedAfter(6_000, false)).toContain('validation.bin');
  },
  PATIENCE_MS,
);
