import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '@/server/root';
import { LONG_FILES, secondsOf } from './seconds-of';

it('knows only files that are there', () => {
  expect(Object.keys(LONG_FILES).filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

it('takes a file that it does not know for one of its kind', () => {
  expect(secondsOf('tests/browser/new.test.ts', 'browser')).toBeGreaterThan(
    secondsOf('tests/live/new.test.ts', 'live'),
  );
});
