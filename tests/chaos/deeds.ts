import { dealSeed } from '@/classroom/deal';
import { gatesChallenge } from '@/engine/challenges/gates';
import { LESSONS } from '@/lessons/registry';
import { freshId } from '@/people/credentials';
import { drawing } from '@/people/drawing';
import { mustBeOk } from '@/people/must-be-ok';
import type { RecordingTab } from '@/people/recording-tab';
import { WEIGHTS } from '@/people/sample-run';
import { solveGate } from '@/people/solutions';
import { submit } from '@/people/submit';
import type { Credentials } from '@/protocol/attach';
import { bytesToText } from '@/protocol/bytes-text';
import type { Answer } from '@/protocol/refusals';
import { POOL_LESSON } from '@/tests/live/pool-class';
import type { Promised } from './promises';

/** A student in a class, as a deed finds it. */
export interface Doer {
  url: string;
  tab: RecordingTab;
  room: { id: string; code: string };
  credentials: Credentials;
  /** Writes down what the server has just acknowledged. */
  promised(promise: WithoutWho<Promised>): void;
  /** What to do again, by the same student, if its answer does not come: it must not fail then. */
  again(repeat: ((doer: Doer) => Promise<void>) | null): void;
}
type WithoutWho<One> = One extends unknown ? Omit<One, 'classId' | 'studentId'> : never;

/** What the students of a class do in one visit. A lost connection throws; so does a refusal. */
export interface Deeds {
  lessonId: string;
  run(doer: Doer): Promise<void>;
}

const predicted = LESSONS.find(({ steps }) => steps.some(({ prediction }) => prediction !== undefined))!;
const gates = LESSONS.find(({ steps }) => steps.some(({ bench }) => bench === 'perceptron-challenge'))!;

/** Commits a guess at every step that asks for one, and says what came true. */
export const GUESSING: Deeds = {
  lessonId: predicted.id,
  async run({ tab, promised }) {
    for (const { id: stepId, prediction } of predicted.steps) {
      if (!prediction) continue;
      mustBeOk(await tab.command({ type: 'prediction:commit', stepId, choice: 1 }));
      promised({ kind: 'guess', stepId, choice: 1 });
      mustBeOk(await tab.command({ type: 'prediction:outcome', stepId, choice: 0 }));
      promised({ kind: 'outcome', stepId, choice: 0 });
    }
  },
};

/** Hands in a right answer to each part of the challenge, and a wrong one that must not spoil it. */
export const ANSWERING: Deeds = {
  lessonId: gates.id,
  async run({ tab, room, promised }) {
    for (const task of gatesChallenge.deal(dealSeed(room.id))) {
      const { weights, threshold } = solveGate(task);
      const scored = mustBeOk(await tab.handIn({ part: task.gate, weights: [...weights], threshold }));
      promised({ kind: 'answer', part: task.gate, value: scored.value });
    }
    mustBeOk(await tab.handIn({ part: 'not', weights: [1], threshold: 99 }));
  },
};

/** Files drawings, repeats the one whose answer did not come, and takes one back. */
export const DRAWING: Deeds = {
  lessonId: POOL_LESSON,
  async run({ tab, again, ...doer }) {
    for (let index = 0; index < 8; index += 1) {
      const id = freshId();
      const label = index % 2;
      const pixels = drawing(label);
      const file = async ({ tab: current, promised }: Pick<Doer, 'tab' | 'promised'>) => {
        const answer = await current.say<Answer>('pool:add', { id, label, pixels: bytesToText(pixels) });
        // The drawings of these tests are alike after some hundreds.
        if (!answer.ok && answer.code === 'drawing-repeated') return;
        mustBeOk(answer);
        promised({ kind: 'drawing', id, label, pixels });
      };
      again(file);
      await file({ tab, promised: doer.promised });
      again(null);
      if (index !== 3) continue;
      doer.promised({ kind: 'asked-back', id });
      if ((await tab.say<Answer>('pool:remove', { id })).ok) doer.promised({ kind: 'taken-back', id });
    }
  },
};

/** Submits a network. */
export const SUBMITTING: Deeds = {
  lessonId: 'handwritten-digits',
  async run({ url, tab, room, credentials, promised }) {
    const runId = freshId();
    mustBeOk(await tab.attachRun(runId));
    const weights = new Float32Array(WEIGHTS);
    weights[0] = Math.fround(0.2 + Math.random() / 2);
    const { answer } = await submit(url, room.code, runId, credentials, weights);
    mustBeOk(answer);
    promised({ kind: 'score', runId, publicAccuracy: weights[0] });
  },
};

export const ALL_DEEDS: readonly Deeds[] = [GUESSING, ANSWERING, DRAWING, SUBMITTING];
