import { expect, it } from 'vitest';
import { hasKeptWork, type KeyList } from '@/client/benches/frame/kept-work';
import { keptKey } from '@/client/benches/frame/use-kept';

const PLACE = { kind: 'alone', seed: 7, lessonId: 'loss', stepId: 'race' } as const;

const storage = (...keys: string[]): KeyList => ({ length: keys.length, key: (at) => keys[at] ?? null });

it('finds work of the very step, whatever its name', () => {
  expect(hasKeptWork(PLACE, storage('visitor-seed', keptKey(PLACE, 'tries')))).toBe(true);
  expect(hasKeptWork(PLACE, storage())).toBe(false);
  for (const other of [{ stepId: 'race-2' }, { seed: 70 }, { kind: 'class' as const }, { lessonId: 'gpu' }])
    expect(hasKeptWork(PLACE, storage(keptKey({ ...PLACE, ...other }, 'tries')))).toBe(false);
});
