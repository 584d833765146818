import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What tests log would hide what they say; a test that is about the log makes its own logger. */
const env = { LOG_LEVEL: 'silent' };
/** Whole trainings and the packing of all pictures: half a minute that `npm run check` does without. */
const trainings = ['tests/engine/{worker,training}/**/*.test.ts', 'tests/engine/digits/pack.test.ts'];
/** What people bring (field) and what somebody may try (attack): those that start a server or a browser say so in their names. */
const started = ['tests/{field,attack}/**/*.{live,browser}.test.ts'];
/** A condition is waited for as long as a loaded machine may need. */
const patient = { poll: { timeout: 20_000 } };
const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };

/**
 * One project a kind of test: `unit` is pure and quick; the others start real servers, databases or browsers, and run one kind
 * after another, so that a browser's patience is not spent on waiting for a database's tests.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          env,
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
          include: [
            'tests/{base,protocol,classroom,lessons,engine,client,server,app,architecture,running,field,attack}/**/*.test.{ts,tsx}',
          ],
          exclude: [...trainings, ...started],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'training',
          env,
          include: trainings,
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'store',
          env,
          sequence: { groupOrder: 2 },
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
          expect: patient,
          sequence: { groupOrder: 3 },
          include: ['tests/live/**/*.test.ts', 'tests/{field,attack}/**/*.live.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'browser',
          expect: patient,
          sequence: { groupOrder: 4 },
          include: ['tests/browser/**/*.test.ts', 'tests/{field,attack}/**/*.browser.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
