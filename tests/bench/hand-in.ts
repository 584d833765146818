import { submitWeights } from '@/client/training/submit-weights';
import { initialWeights } from '@/engine/network/initial-weights';
import { createRandom } from '@/engine/random';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { EXPERIMENT } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import type { Experiment, Network } from '@/protocol/experiment';
import { createVerifier, scoringThreads } from '@/server/verify/verifier';
import { makeDataDir, startServer } from '@/tests/live/class-server';
import { makeClass, teacherTab } from '@/tests/live/known-teacher';
import { percentile, round } from './percentiles';

/** The largest network that an experiment can ask for. */
const LARGEST: Network = {
  kind: 'convolutional',
  filters: [32, 32],
  kernel: 5,
  dense: 256,
  activation: 'relu',
};
const SMALL: Network = { kind: 'dense', hidden: [128], activation: 'relu' };

/**
 * A class of 30 hands the largest network in in the same moment, through the page's own client; a moment later one
 * student of another class hands in a small one.
 */
export async function handInTogether(students = 30): Promise<object> {
  const data = await makeDataDir();
  const verifier = createVerifier({ threads: scoringThreads() });
  const server = await startServer(data.dataDir, { score: () => verifier });
  try {
    const own = await people(server.url, students, LARGEST);
    const [other] = await people(server.url, 1, SMALL);
    const begun = performance.now();
    const answeredS: number[] = [];
    const handed = own.map(async (hand) => {
      const answer = await hand();
      if (!answer.ok) throw new Error(answer.code);
      answeredS.push((performance.now() - begun) / 1_000);
    });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const from = performance.now();
    mustBeOk(await other!());
    const otherClassS = round((performance.now() - from) / 1_000, 2);
    await Promise.all(handed);
    return {
      students,
      threads: scoringThreads(),
      answered: answeredS.length,
      within30S: answeredS.filter((seconds) => seconds <= 30).length,
      answeredS: { p50: round(percentile(answeredS, 0.5), 1), last: round(Math.max(...answeredS), 1) },
      otherClassS,
    };
  } finally {
    closeTabs();
    await server.stop();
    await verifier.close();
    await data.remove();
  }
}

async function people(url: string, count: number, network: Network) {
  const { code } = await makeClass(url);
  const teacher = await teacherTab(url, code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const experiment: Experiment = { ...EXPERIMENT, network };
  const weights = initialWeights(experiment, createRandom(1));
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const { tab, credentials } = await studentTab(url, code, `Student ${index + 1}`);
      const runId = freshId();
      mustBeOk(await tab.attachRun(runId, { experiment }));
      return () =>
        submitWeights(
          { code, runId, credentials, weights },
          { fetch: (path, init) => fetch(`${url}${path}`, init) },
        );
    }),
  );
}
