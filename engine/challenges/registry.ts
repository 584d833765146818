import type { ChallengeId } from '@/protocol/challenge';
import type { Challenge } from './challenge';
import type { RegisteredChallenge } from './registered-challenge';

/** What reads an answer: a strict zod schema of protocol/challenges/. */
interface AnswerSchema<Answer> {
  safeParse(answer: unknown): { success: true; data: Answer } | { success: false };
}

function register<Task, Answer>(
  challenge: Challenge<Task, Answer>,
  schema: AnswerSchema<Answer>,
): RegisteredChallenge {
  return {
    parts: (seed) => challenge.parts(challenge.deal(seed)),
    check(seed, answer, hiddenSeed) {
      const read = schema.safeParse(answer);
      if (!read.success) return null;
      const task = challenge.deal(seed);
      if (!challenge.parts(task).includes(partOf(read.data))) return null;
      return challenge.check(task, read.data, hiddenSeed);
    },
  };
}

/** The part that an answer is for; a challenge that is one piece has the part `all`. */
function partOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'part' in answer ? String(answer.part) : 'all';
}

/** Lesson 1's challenge is one piece. */
const POOL_PARTS = ['all'] as const;

/** Every challenge that rules check, fetched when it is needed: a page that teaches one need not carry the others. */
const CHALLENGES: Readonly<Record<ChallengeId, () => Promise<RegisteredChallenge>>> = {
  gates: async () => {
    const [{ gatesChallenge }, { gatesAnswerSchema }] = await Promise.all([
      import('./gates'),
      import('@/protocol/challenges/gates-answer'),
    ]);
    return register(gatesChallenge, gatesAnswerSchema);
  },
  circuits: async () => {
    const [{ circuitsChallenge }, { circuitsAnswerSchema }] = await Promise.all([
      import('./circuits'),
      import('@/protocol/challenges/circuits-answer'),
    ]);
    return register(circuitsChallenge, circuitsAnswerSchema);
  },
  loss: async () => {
    const [{ lossChallenge }, { lossAnswerSchema }] = await Promise.all([
      import('./loss'),
      import('@/protocol/challenges/loss-answer'),
    ]);
    return register(lossChallenge, lossAnswerSchema);
  },
  descent: async () => {
    const [{ descentChallenge }, { descentAnswerSchema }] = await Promise.all([
      import('./descent'),
      import('@/protocol/challenges/descent-answer'),
    ]);
    return register(descentChallenge, descentAnswerSchema);
  },
  spiral: async () => {
    const [{ spiralChallenge }, { spiralAnswerSchema }] = await Promise.all([
      import('./spiral'),
      import('@/protocol/challenges/spiral-answer'),
    ]);
    return register(spiralChallenge, spiralAnswerSchema);
  },
  pool: async () => ({ parts: () => POOL_PARTS, check: await (await import('./pool')).checkByClothes() }),
  gradients: async () => {
    const [{ gradientsChallenge }, { gradientsAnswerSchema }] = await Promise.all([
      import('./gradients'),
      import('@/protocol/challenges/gradients-answer'),
    ]);
    return register(gradientsChallenge, gradientsAnswerSchema);
  },
};

/** Fetches a challenge with all that checking needs; null where an id from elsewhere is none of ours. */
export async function findChallenge(id: ChallengeId): Promise<RegisteredChallenge | null> {
  return (await CHALLENGES[id]?.()) ?? null;
}

/**
 * The parts that this seed deals, in order. They follow from rules alone: what only checking needs, such as the pictures that decide
 * lesson 1's, is not fetched, and could not be on the server, where whoever reviews a class asks.
 */
export async function partsOfChallenge(id: ChallengeId, seed: number): Promise<readonly string[]> {
  return id === 'pool' ? POOL_PARTS : ((await findChallenge(id))?.parts(seed) ?? []);
}
