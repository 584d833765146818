import type { ProgramBlock, ProgramOrder, ProgramSettings } from '@/engine/dense/training-program';

/** What is to be said of a program: what is wrong with it, or what is worth noticing. */
export const DIAGNOSES = [
  'empty',
  'noUpdate',
  'noLoss',
  'noRule',
  'noGradient',
  'gradientOnce',
  'noFeed',
  'feedOnce',
  'sameBatch',
  'late',
  'forgets',
  'idleStart',
  'chosenAgain',
  'right',
] as const;
export type Diagnosis = (typeof DIAGNOSES)[number];

/** The mistakes that lesson 9 asks to be found; each keeps the network from learning well in its own way. */
export const MISTAKES = [
  'noUpdate',
  'noLoss',
  'noRule',
  'gradientOnce',
  'feedOnce',
  'sameBatch',
  'late',
] as const;
export type LoopMistake = (typeof MISTAKES)[number];

export function isMistake(diagnosis: Diagnosis): diagnosis is LoopMistake {
  return (MISTAKES as readonly Diagnosis[]).includes(diagnosis);
}

/** The worst that is to be said of a program, from where its blocks stand. What it then does, only running it tells. */
export function diagnose(
  { before, loop, after }: ProgramOrder,
  settings: Pick<ProgramSettings, 'feed' | 'optimizer'>,
): Diagnosis {
  const inLoop = (block: ProgramBlock) => loop.includes(block);
  const soFar = (block: ProgramBlock) => before.includes(block) || inLoop(block);
  if (loop.length === 0) return 'empty';
  if (!inLoop('update')) return 'noUpdate';
  if (!soFar('loss')) return 'noLoss';
  if (!soFar('rule')) return 'noRule';
  if (!inLoop('gradient')) return gradientComesBefore(before) ? 'gradientOnce' : 'noGradient';
  if (!soFar('feed')) return 'noFeed';
  if (!inLoop('feed')) return 'feedOnce';
  if (settings.feed === 'same') return 'sameBatch';
  if (!inTurn(loop)) return 'late';
  if (inLoop('rule') && settings.optimizer !== 'sgd') return 'forgets';
  if (isIdleAtFirst(loop)) return 'idleStart';
  if (inLoop('loss') || inLoop('rule')) return 'chosenAgain';
  return after.length > 0 ? 'chosenAgain' : 'right';
}

/** A gradient is calculated once, before the loop: that needs outputs and a loss before it. */
function gradientComesBefore(before: readonly ProgramBlock[]): boolean {
  const at = before.indexOf('gradient');
  const comes = (block: ProgramBlock) => before.includes(block) && before.indexOf(block) < at;
  return at >= 0 && comes('feed') && comes('loss');
}

/** A loop has no beginning: feed, gradient, update may start anywhere, as long as they follow each other round and round. */
function inTurn(loop: readonly ProgramBlock[]): boolean {
  const feed = loop.indexOf('feed');
  const turn = loop.filter((block) => block === 'feed' || block === 'gradient' || block === 'update');
  const from = turn.indexOf('feed');
  return feed >= 0 && turn[(from + 1) % 3] === 'gradient' && turn[(from + 2) % 3] === 'update';
}

/** In turn, but in the first round something has nothing to work with yet. */
function isIdleAtFirst(loop: readonly ProgramBlock[]): boolean {
  const at = (block: ProgramBlock) => loop.indexOf(block);
  return (
    at('feed') > at('gradient') ||
    at('gradient') > at('update') ||
    at('loss') > at('gradient') ||
    at('rule') > at('update')
  );
}
