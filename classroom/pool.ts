import { poolOf } from '@/lessons/benches';
import { DATASETS, type DatasetId } from '@/protocol/datasets';
import { countGraphemes, normaliseNickname } from '@/protocol/nickname';
import { openSteps, type PacingFacts } from '@/protocol/pacing';
import type { PoolFacts, PoolKind } from '@/protocol/pool';
import { POOL } from '@/protocol/pool-rules';
import { type Refusal, refuse } from '@/protocol/refusals';
import { datasetOf } from './dataset';
import { refuseHandingIn } from './scoring';
import type { ClassState } from './state';
import { stepsOf, type WithSteps } from './steps';

/** A drawing of a class's pool. Immutable. */
export interface PoolDrawing {
  id: string;
  /** Null: it came with an imported pool. */
  studentId: string | null;
  label: number;
  /** Which of its label's drawings it was, from 0; decides whether it is held back. */
  ordinal: number;
  /** For the challenge: it reaches no student's browser but the one that drew it. */
  heldBack: boolean;
  /** Of one picture: POOL.pixels bytes. */
  pixels: Uint8Array<ArrayBuffer>;
  /** Milliseconds since 1970. */
  filedAt: number;
}

/** What the rules need to know of a pool. */
export interface PoolCounts {
  total: number;
  /** By student. */
  ofStudent(studentId: string): number;
}

/** The kind of pool that a class gathers, or null. */
export function poolKindOf(state: WithSteps): PoolKind | null {
  return poolOf({ steps: stepsOf(state) });
}

/**
 * How many labels a pool has.
 * @param dataset what the class trains on, whose labels a pool of kind `digits` has
 */
export function labelCount(
  kind: PoolKind,
  labels: readonly string[] | null,
  dataset: DatasetId | null,
): number {
  return kind === 'digits' ? DATASETS[dataset ?? 'digits'].labels.length : (labels?.length ?? 2);
}

/**
 * Whether the class takes drawings at this point: once all who work stand at the challenge, what is held back must stay what it is, or the
 * first to hand in would be measured by another yardstick than the last. Where students may be at other steps as well, they go on drawing.
 */
export function isCollecting(state: WithSteps & PacingFacts): boolean {
  const steps = stepsOf(state);
  const { first, last } = openSteps(state, steps.length);
  return steps.slice(first, last + 1).some(({ bench }) => bench !== 'pool-challenge');
}

/** Whether a student may be at the challenge by now, whose answers are judged by what is held back. */
export function isJudging(state: WithSteps & PacingFacts): boolean {
  const steps = stepsOf(state);
  const { last } = openSteps(state, steps.length);
  return steps.slice(0, last + 1).some(({ bench }) => bench === 'pool-challenge');
}

/** Whether a student may file a drawing now; null if so. */
export function refuseDrawing(
  state: ClassState,
  studentId: string,
  drawing: { label: number; pixels: Uint8Array },
  labels: readonly string[] | null,
  counts: PoolCounts,
): Refusal | null {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  const kind = poolKindOf(state);
  if (kind === null) return refuse('no-pool');
  if (!isCollecting(state)) return refuse('pool-closed');
  if (drawing.label >= labelCount(kind, labels, datasetOf(state)) || drawing.pixels.length !== POOL.pixels)
    return refuse('bad-request');
  if (isEmptyDrawing(drawing.pixels)) return refuse('drawing-empty');
  if (counts.ofStudent(studentId) >= POOL.perStudent) return refuse('too-many-drawings');
  return counts.total >= POOL.perClass ? refuse('pool-full') : null;
}

/** Whether a student may take a drawing back now; null if so. One's own alone, and while drawings are taken. */
export function refuseTakingBack(
  state: ClassState,
  studentId: string,
  drawing: Pick<PoolDrawing, 'studentId'> | undefined,
): Refusal | null {
  const refusal = refuseHandingIn(state, studentId);
  if (refusal) return refusal;
  // Another's drawing is refused like one that does not exist.
  if (drawing?.studentId !== studentId) return refuse('unknown-drawing');
  return isCollecting(state) ? null : refuse('pool-closed');
}

/** The names for a pool's labels, tidied, or why not: while there are drawings they stay what they are. */
export function nameLabels(
  kind: PoolKind | null,
  wanted: readonly string[] | null,
  drawings: number,
): { ok: true; labels: string[] | null } | Refusal {
  if (kind === null) return refuse('no-pool');
  if (kind === 'digits') return refuse('not-allowed');
  if (drawings > 0) return refuse('pool-labels-fixed');
  if (wanted === null) return { ok: true, labels: null };
  const labels = tidyLabels(wanted);
  return labels === null ? refuse('pool-labels-invalid') : { ok: true, labels };
}

/** Label names as they are kept (blanks folded, nothing invisible), or null where one is empty, too long or there twice. */
export function tidyLabels(wanted: readonly string[]): string[] | null {
  const labels = wanted.map(normaliseNickname);
  const fit = labels.every((label) => label !== '' && countGraphemes(label) <= POOL.labelGraphemes);
  const different = new Set(labels.map((label) => label.toLocaleLowerCase())).size === labels.length;
  const number = labels.length >= POOL.leastLabels && labels.length <= POOL.mostLabels;
  return fit && different && number ? labels : null;
}

/** Hardly any ink: nothing to learn from. */
export function isEmptyDrawing(pixels: Uint8Array): boolean {
  let ink = 0;
  for (const pixel of pixels) ink += pixel;
  return ink < POOL.leastInk;
}

/**
 * Whether a label's drawing number `ordinal` is held back: one in each block of five, which one is drawn from the class's hidden
 * seed. So every label has its share from the fifth drawing on, and nobody can tell which ones.
 * @param draw the hidden draw of a block: uniform in [0, below)
 */
export function isHeldBack(
  kind: PoolKind,
  label: number,
  ordinal: number,
  draw: (label: number, block: number, below: number) => number,
): boolean {
  // The class's own digits are a test set as they are: no network is trained on them.
  if (kind === 'digits') return false;
  const size = POOL.heldBackOneIn;
  return ordinal % size === draw(label, Math.floor(ordinal / size), size);
}

/** What anybody in the class may know of its pool. */
export function poolFacts(
  state: ClassState,
  kind: PoolKind,
  labels: readonly string[] | null,
  drawings: Iterable<Pick<PoolDrawing, 'label' | 'heldBack'>>,
  version: string,
): PoolFacts {
  const counts = new Array<number>(labelCount(kind, labels, datasetOf(state))).fill(0);
  const heldBack = [...counts];
  for (const drawing of drawings) {
    counts[drawing.label]! += 1;
    if (drawing.heldBack) heldBack[drawing.label]! += 1;
  }
  return { kind, version, labels, counts, heldBack, collecting: isCollecting(state) };
}

/** Whether so many drawings are held back, of every label, that a challenge means something. */
export function isChallengeable({ heldBack }: Pick<PoolFacts, 'heldBack'>): boolean {
  return (
    heldBack.every((count) => count >= POOL.leastHeldBack) &&
    heldBack.reduce((sum, count) => sum + count, 0) >= POOL.leastHeldBackTotal
  );
}
