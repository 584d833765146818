import { afterAll, beforeAll, expect, it } from 'vitest';
import { weightBytes } from '@/engine/verify/check-weights';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { EXPERIMENT } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { submit } from '@/people/submit';
import type { Experiment } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { makeDataDir, type RunningServer, startServer } from '@/tests/live/class-server';
import { makeClass, teacherTab } from '@/tests/live/known-teacher';

/** Whoever hands in the largest networks again and again fills no disk, and loses no place. */
const LARGE: Experiment = {
  ...EXPERIMENT,
  network: { kind: 'dense', hidden: [512, 512], activation: 'relu' },
};
const HAND_INS = 14;

let data: Awaited<ReturnType<typeof makeDataDir>>;
let server: RunningServer;
beforeAll(async () => {
  data = await makeDataDir();
  server = await startServer(data.dataDir);
});
afterAll(async () => {
  closeTabs();
  await server?.stop();
  await data?.remove();
});

it('keeps the network that counts and the newest, within a budget a student', async () => {
  const { code } = await makeClass(server.url);
  mustBeOk(await (await teacherTab(server.url, code)).command({ type: 'class:begin' }));
  const { tab, credentials } = await studentTab(server.url, code, 'Ada');
  const bytes = weightBytes(LARGE);
  // The second is the best.
  const shares = Array.from({ length: HAND_INS }, (_, at) => (at === 1 ? 0.9 : 0.3 + at / 100));
  const runs: string[] = [];
  for (const share of shares) {
    const runId = freshId();
    runs.push(runId);
    mustBeOk(await tab.attachRun(runId, { experiment: LARGE, backend: 'wasm', startedAt: 0 }));
    const weights = new Float32Array(bytes / 4);
    weights[0] = share;
    expect((await submit(server.url, code, runId, credentials, weights)).answer).toMatchObject({ ok: true });
    server.clock.ahead += LIMITS.submissionIntervalMs + 1;
  }
  const kept = [];
  for (const runId of runs)
    if ((await server.store.readWeights(runId)) !== null) kept.push(runs.indexOf(runId));
  expect(kept.length * bytes).toBeLessThanOrEqual(LIMITS.networkBytesPerStudent);
  expect((kept.length + 1) * bytes).toBeGreaterThan(LIMITS.networkBytesPerStudent);
  expect(kept).toContain(1);
  expect(kept.slice(1)).toEqual(runs.map((_, at) => at).slice(HAND_INS - kept.length + 1));
  // Every score is still there.
  expect((await server.store.loadClass((await server.store.findClassByCode(code))!.id))!.scores).toHaveLength(
    HAND_INS,
  );
});
