import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RunShelf } from '@/client/training/run-shelf';
import { tabName } from '@/client/training/tab-name';
import type { PictureRun } from '@/protocol/run';
import { Browser, current, until, upTo } from './browser-page';

const HOUR = 3_600_000;
const NOON = 1_800_000_000_000;

describe('a device whose clock is set', () => {
  let browser: Browser;
  let time = NOON;
  const now = () => time;
  beforeEach(() => {
    time = NOON;
    browser = new Browser();
  });
  afterEach(() => browser.close());

  it.each([1, -1, 26, -300])(
    'by %i hours: a training goes on after a reload, the same run, no point twice',
    async (hours) => {
      const { room } = browser;
      const first = await browser.page({ now });
      await first.training.train();
      const { id } = current(first.training);
      first.trainer.walk(10);
      first.trainer.keep();
      await until(() => room.steps(id).length === 10);
      time += hours * HOUR;
      const { training, trainer } = await browser.page({ now });
      await until(() => current(training).state === 'training');
      expect(current(training).id).toBe(id);
      trainer.walk(5);
      await until(() => room.steps(id).length === 15);
      expect(room.steps(id)).toEqual(upTo(15));
    },
  );

  it.each([1, -1])(
    'by %i hours in the middle of a training: every point is recorded, and kept for a reload',
    async (hours) => {
      const { room } = browser;
      const { training, trainer } = await browser.page({ now });
      await training.train();
      const { id } = current(training);
      for (let done = 5; done <= 20; done += 5) {
        trainer.walk(5);
        trainer.keep();
        await until(() => room.steps(id).length === done);
        time += hours * HOUR;
      }
      expect(room.steps(id)).toEqual(upTo(20));
      expect((await browser.page({ now })).training.snapshot().current).toMatchObject({ id });
    },
  );

  it('control: opened an hour later in another tab it stands still until somebody lets it go on', async () => {
    const { room } = browser;
    const first = await browser.page({ now });
    await first.training.train();
    const { id } = current(first.training);
    first.trainer.walk(10);
    first.trainer.keep();
    await until(() => room.steps(id).length === 10);
    time += HOUR;
    const { training } = await browser.page({ now, tab: 'another tab' });
    expect(current(training)).toMatchObject({ id, state: 'paused' });
  });

  it('lists the own runs in the order in which they were made', () => {
    const run = (id: string, createdAt: number) =>
      ({ id, createdAt, pointCount: 0, experiment: {} }) as PictureRun;
    const shelf = new RunShelf();
    // The server's times; then, on this device, each an hour before the last.
    shelf.take([run('first', NOON - 2_000), run('second', NOON - 1_000)]);
    shelf.putAside(run('third', NOON + HOUR));
    shelf.putAside(run('fourth', NOON - HOUR));
    expect(shelf.list(run('fifth', NOON - 2 * HOUR)).map(({ id }) => id)).toEqual([
      'fifth',
      'fourth',
      'third',
      'second',
      'first',
    ]);
  });

  it('tells a tab that is loaded again from another one', () => {
    const storageOf = () => {
      const texts = new Map<string, string>();
      return {
        getItem: (key: string) => texts.get(key) ?? null,
        setItem: (key: string, value: string) => void texts.set(key, value),
        removeItem: (key: string) => void texts.delete(key),
      };
    };
    const [one, other] = [storageOf(), storageOf()];
    expect(tabName(one)).toBe(tabName(one));
    expect(tabName(one)).not.toBe(tabName(other));
  });
});
