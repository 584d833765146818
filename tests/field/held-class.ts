import { dealSeed } from '@/classroom/deal';
import { circuitsChallenge } from '@/engine/challenges/circuits';
import { gatesChallenge } from '@/engine/challenges/gates';
import { gradientsChallenge, slopesOf } from '@/engine/challenges/gradients';
import { poolWeights } from '@/engine/pool/pool-network';
import { BENCHES, challengeOf, poolOf } from '@/lessons/benches';
import type { Lesson } from '@/lessons/lesson';
import { bytesToText, floatsToText } from '@/protocol/bytes-text';
import type { ChallengeId } from '@/protocol/challenge';
import type { Answer } from '@/protocol/refusals';
import type { ApiTeacher } from '@/tests/browser/teacher-api';
import { solveCircuit, solveGate } from '@/tests/engine/challenges/solutions';
import { batch, mustBeOk, newId, studentTab, submit, WEIGHTS } from '@/tests/live/people';
import { drawing } from '@/tests/live/pool-class';

/** Every phase of a class, and the two ways to its end. */
export const HOLDINGS = [
  { phase: 'lobby', filled: false },
  { phase: 'lobby', filled: true },
  { phase: 'live', filled: false },
  { phase: 'live', filled: true },
  { phase: 'ended', filled: false },
  { phase: 'ended', filled: true },
] as const;
export type Holding = (typeof HOLDINGS)[number];

/** One answer to each challenge, as a student of this class could hand it in. */
const ANSWERS: Record<ChallengeId, (seed: number) => unknown> = {
  gates: (seed) => {
    const [task] = gatesChallenge.deal(seed);
    const { weights, threshold } = solveGate(task!);
    return { part: task!.gate, weights: [...weights], threshold };
  },
  circuits: (seed) => solveCircuit(circuitsChallenge.deal(seed), 'box'),
  spiral: () => ({ features: ['x1', 'x2'], hidden: [], activation: 'tanh', weights: [1, 1, 0] }),
  loss: () => ({ part: 'free', loss: 'squared-error', start: 'tiny', rate: 1 }),
  descent: () => ({ part: 'saddle', method: 'adam', rate: 0.1, changes: [] }),
  gradients: (seed) => ({ slopes: slopesOf(gradientsChallenge.deal(seed)) }),
  pool: () => ({ network: 0, weights: floatsToText(new Float32Array(poolWeights(0, 2))) }),
};

const NAMES = ['Ada', '花子', 'Grace'];

export interface HeldClass {
  owner: ApiTeacher;
  lesson: Lesson;
  holding: Holding;
  id: string;
  code: string;
  /** Runs with points. */
  runs: string[];
  students: { id: string; nickname: string }[];
}

/** Holds a class through the server's own doors: filled, two students do all that its lesson lets them, and one says nothing. */
export async function holdClass(
  url: string,
  teacher: ApiTeacher,
  lesson: Lesson,
  holding: Holding,
): Promise<HeldClass> {
  const { id, code } = await teacher.createClass(lesson.id);
  const desk = await teacher.conduct(code);
  const people = holding.filled ? await Promise.all(NAMES.map((name) => studentTab(url, code, name))) : [];
  const students = people.map((person, index) => ({ id: person.id, nickname: NAMES[index]! }));
  const held: HeldClass = { owner: teacher, lesson, holding, id, code, runs: [], students };
  if (holding.phase !== 'lobby') {
    mustBeOk(await desk.command({ type: 'class:begin' }));
    for (const person of people.slice(0, 2)) held.runs.push(...(await work(url, held, person)));
    const challengeStep = lesson.steps.findIndex(({ bench }) => BENCHES[bench].challenge);
    for (let at = 0; people.length > 0 && at < challengeStep; at += 1)
      mustBeOk(await desk.command({ type: 'step:next' }));
    const challenge = challengeOf(lesson);
    if (challenge)
      for (const { tab } of people.slice(0, 2)) mustBeOk(await tab.handIn(ANSWERS[challenge](dealSeed(id))));
  }
  if (holding.phase === 'ended') mustBeOk(await desk.command({ type: 'class:end' }));
  for (const { tab } of people) tab.close();
  desk.close();
  return held;
}

/** What one student leaves behind: guesses, drawings, a measured device, a finished and a broken-off run, a submission. */
async function work(
  url: string,
  { code, lesson }: HeldClass,
  { tab, credentials }: Awaited<ReturnType<typeof studentTab>>,
): Promise<string[]> {
  for (const { id: stepId, prediction } of lesson.steps) {
    if (!prediction) continue;
    mustBeOk(await tab.command({ type: 'prediction:commit', stepId, choice: 1 }));
    mustBeOk(await tab.command({ type: 'prediction:outcome', stepId, choice: 0 }));
  }
  if (poolOf(lesson))
    for (let label = 0; label < 10; label += 1) {
      const pixels = bytesToText(drawing(label % 2));
      mustBeOk(await tab.say<Answer>('pool:add', { id: newId(), label: label % 2, pixels }));
    }
  if (lesson.steps.some(({ bench }) => bench === 'compute-measure'))
    mustBeOk(
      await tab.command({
        type: 'measurement:report',
        software: false,
        figures: [
          { task: 'matrix-product', backend: 'javascript', size: 64, ms: 2 },
          { task: 'matrix-product', backend: 'webgl', size: 64, ms: 1 },
        ],
      }),
    );
  // The lessons that train digits take runs; the server takes them in any class, and so does the review.
  const runs = [newId(), newId()];
  for (const [index, runId] of runs.entries()) {
    const { epoch } = mustBeOk(await tab.attachRun(runId));
    mustBeOk(await tab.append(runId, epoch, batch(1)));
    mustBeOk(await tab.append(runId, epoch, batch(2, index === 0 ? 'finished' : 'training')));
  }
  if (lesson.experiment) {
    const { answer } = await submit(url, code, runs[0]!, credentials, new Float32Array(WEIGHTS));
    mustBeOk(answer);
  }
  return runs;
}
