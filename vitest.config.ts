import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PATIENCE_MS } from './tests/patience.ts';
import LongestFirst from './tests/running/longest-first.ts';

/** What tests log would hide what they say; a test that is about the log makes its own logger. */
const env = { LOG_LEVEL: 'silent' };
/** Whole trainings and the packing of all pictures: half a minute that `npm run check` does without. */
const trainings = [
  'tests/engine/{worker,training}/**/*.test.ts',
  'tests/engine/digits/pack.test.ts',
  'tests/client/training/sweep/sweep.test.ts',
];
/** What people bring (field) and what somebody may try (attack): those that start a server or a browser say so in their names. */
const started = ['tests/{field,attack,chaos}/**/*.{live,browser}.test.ts'];
/** What computes with tfjs, which has one backend for all who share it; one of them runs networks in runtimes of others. */
const withTfjs = [
  'tests/engine/{backend,compute,inside,kernels,network,reference,runs,verify}/**/*.test.ts',
  'tests/engine/dense/gradients.test.ts',
  'tests/server/export/network/readers.test.ts',
];
/** A condition is waited for as long as a loaded machine may need. */
const patient = { poll: { timeout: PATIENCE_MS } };
/** A test waits for several, and so does what is prepared for it. */
const patience = { testTimeout: 2 * PATIENCE_MS, hookTimeout: 2 * PATIENCE_MS };
const setupFiles = ['tests/running/every-file.ts'];
/** For the projects whose tests start a server's threads in their own process. */
const globalSetup = 'tests/running/threads.setup.ts';
const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };

/** Those that only compute: one a core. */
const computing = { sequence: { groupOrder: 0 }, maxWorkers: availableParallelism() };
/**
 * Those that start servers, databases and browsers wait a good deal of their time: one more than there are cores. What a server is made of is
 * loaded once a worker; what a test changes, it changes in a server of its own.
 */
const waiting = { sequence: { groupOrder: 1 }, maxWorkers: availableParallelism() + 1, isolate: false };

/**
 * One project a kind of test: `unit` and `engine` are pure and quick; the others start real servers, databases or browsers. Files run side by
 * side, the longest first, each with its own server, data and ports; what they wait for is a condition, never a time.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          env,
          setupFiles,
          isolate: false,
          ...computing,
          ...patience,
          include: [
            'tests/{base,protocol,classroom,engine,lessons,client,server,app,architecture,running,field,attack,chaos,endure}/**/*.test.{ts,tsx}',
          ],
          exclude: [...started, ...trainings, ...withTfjs],
        },
      },
      {
        resolve: { alias },
        test: {
          // Each file has modules of its own.
          name: 'engine',
          env,
          setupFiles,
          ...computing,
          ...patience,
          include: withTfjs,
          exclude: trainings,
        },
      },
      {
        resolve: { alias },
        test: { name: 'training', env, setupFiles, ...computing, include: trainings, ...patience },
      },
      {
        resolve: { alias },
        // Its clock, its timers and its chance stand in the place of the machine's: nobody else runs beside it.
        test: {
          name: 'simulation',
          env,
          setupFiles,
          ...computing,
          include: ['tests/simulation/*.test.ts'],
          ...patience,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'store',
          env,
          setupFiles,
          globalSetup,
          ...waiting,
          include: ['tests/store/**/*.test.ts'],
          ...patience,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'live',
          env,
          setupFiles,
          globalSetup,
          expect: patient,
          ...waiting,
          include: ['tests/{live,nodes}/**/*.test.ts', 'tests/{field,attack,chaos}/**/*.live.test.ts'],
          ...patience,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'browser',
          setupFiles,
          expect: patient,
          ...waiting,
          globalSetup: 'tests/browser/servers.setup.ts',
          include: ['tests/browser/**/*.test.ts', 'tests/{field,attack,chaos}/**/*.browser.test.ts'],
          ...patience,
          testTimeout: 4 * PATIENCE_MS,
        },
      },
      {
        resolve: { alias },
        test: {
          // By itself, when the others have ended.
          name: 'guard',
          env,
          setupFiles,
          sequence: { groupOrder: 2 },
          maxWorkers: 1,
          include: ['tests/guard/**/*.test.ts'],
          ...patience,
        },
      },
    ],
  },
});
