import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What tests log would hide what they say; a test that is about the log makes its own logger. */
const env = { LOG_LEVEL: 'silent' };
const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };

/** One project a kind of test: `unit` is pure and quick; the others start real servers, databases or browsers. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          env,
          include: [
            'tests/{protocol,classroom,lessons,engine,client,server,app,architecture}/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'store',
          env,
          include: ['tests/store/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'live',
          env,
          include: ['tests/live/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
