import { describe, expect, it, vi } from 'vitest';
import type { Progress } from '@/engine/digits/picture-store';
import { PictureStore } from '@/engine/digits/picture-store';
import { breathe } from '@/engine/training/breathe';
import { DATASETS } from '@/protocol/datasets';
import { PATIENCE_MS } from '@/tests/patience';
import { readServed } from './node-pictures';

// Real arithmetic on a machine that may be busy with other tests.
describe('picture store', () => {
  it('is usable after the first file, tries failed ones again, and goes on after giving up', async () => {
    const asked: string[] = [];
    let broken = false;
    const progress: Progress[] = [];
    const store = new PictureStore(
      DATASETS.digits,
      async (file) => {
        asked.push(file);
        if (broken) throw new Error('offline');
        // One hiccup: the retry gets it.
        if (asked.length === 1) throw new Error('hiccup');
        if (file === 'train-1.bin') broken = true;
        return readServed(file);
      },
      breathe,
      async () => {},
      (p) => progress.push(p),
    );
    const loading = store.load();
    loading.catch(() => {});
    await store.until(1_000);
    expect(store.available).toBe(1_000);
    const more = store.until(1_001);
    await expect(more).rejects.toMatchObject({ code: 'data-failed' });
    await expect(loading).rejects.toMatchObject({ code: 'data-failed' });
    broken = false;
    const again = store.load();
    broken = false;
    await again;
    expect(store.available).toBe(12_000);
    expect(asked.filter((file) => file === 'train-1.bin')).toHaveLength(2);
    const last = progress.at(-1)!;
    expect(last.bytes).toBe(last.totalBytes);
  });

  it('keeps all files but the first back while it is held, until somebody needs more or it is let go', async () => {
    const held = () => {
      const asked: string[] = [];
      const fetchFile = (file: string) => {
        asked.push(file);
        return file === 'train-1.bin' ? readServed(file) : new Promise<never>(() => undefined);
      };
      const store = new PictureStore(DATASETS.digits, fetchFile, breathe, async () => {}, vi.fn());
      store.hold();
      void store.load();
      return { store, asked };
    };
    const more = ['train-1.bin', 'validation.bin'];
    const { store, asked } = held();
    await store.until(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toEqual(['train-1.bin']);
    store.release();
    await vi.waitFor(() => expect(asked).toEqual(more), { timeout: PATIENCE_MS });
    // Whoever waits for what is held back lets it come, before the first file is there and after.
    const early = held();
    void early.store.until(1_001);
    await vi.waitFor(() => expect(early.asked).toEqual(more), { timeout: PATIENCE_MS });
    const measured = held();
    await measured.store.until(1);
    void measured.store.untilValidation();
    await vi.waitFor(() => expect(measured.asked).toEqual(more), { timeout: PATIENCE_MS });
  });
});
