import type { ChallengeId } from '@/protocol/challenge';
import type { PoolKind } from '@/protocol/pool';
import type { BenchId } from './bench';

/** What a bench needs of the page and of the class around it. */
export interface BenchNeeds {
  /** `shared`: one of those that stand around one digits trainer; `own`: a digits trainer, nothing else of theirs; null: none. */
  trainer: 'shared' | 'own' | null;
  /** The challenge whose answers rules can check, where they are handed in here. */
  challenge: ChallengeId | null;
  /** The kind of drawings that a class gathers for it. */
  pool: PoolKind | null;
  /** Whether the projector shows those drawings meanwhile; at a challenge the wall is the board's. */
  wall: boolean;
  /** Whether there is anything on it that a teacher can hand to others. */
  handed: boolean;
}

const NOTHING: BenchNeeds = { trainer: null, challenge: null, pool: null, wall: false, handed: true };
/** What stands on it is what a person has done, or what their device is. */
const OWN_ALONE: BenchNeeds = { ...NOTHING, handed: false };
const SHARED: BenchNeeds = { ...NOTHING, trainer: 'shared' };
const GATHERED: BenchNeeds = { ...NOTHING, pool: 'labels', wall: true };

/** Every bench and what it needs. Its code is in client/benches/registry, its words in client/i18n/page-areas. */
export const BENCHES: Readonly<Record<BenchId, BenchNeeds>> = {
  'pool-collect': GATHERED,
  'pool-train': GATHERED,
  'pool-try': GATHERED,
  'pool-challenge': { ...GATHERED, wall: false, challenge: 'pool' },
  'perceptron-build': NOTHING,
  'perceptron-xor': NOTHING,
  'perceptron-learn': NOTHING,
  'perceptron-challenge': { ...NOTHING, challenge: 'gates' },
  'circuit-build': NOTHING,
  'circuit-challenge': { ...NOTHING, challenge: 'circuits' },
  playground: NOTHING,
  'playground-challenge': { ...NOTHING, challenge: 'spiral' },
  'digits-pictures': SHARED,
  'digits-training': SHARED,
  'digits-drawing': SHARED,
  'digits-challenge': SHARED,
  'digits-ours': { ...NOTHING, trainer: 'own', pool: 'digits', wall: true },
  'loss-curves': NOTHING,
  'loss-race': NOTHING,
  'loss-challenge': { ...NOTHING, challenge: 'loss' },
  'descent-curve': NOTHING,
  'descent-landscape': NOTHING,
  'descent-noise': NOTHING,
  'descent-ahead': NOTHING,
  'descent-challenge': { ...NOTHING, challenge: 'descent' },
  'backpropagation-watch': NOTHING,
  'backpropagation-fill': NOTHING,
  'backpropagation-challenge': { ...NOTHING, challenge: 'gradients' },
  'loop-blocks': NOTHING,
  'loop-run': { ...NOTHING, trainer: 'own' },
  'matrix-by-hand': NOTHING,
  'matrix-rows': OWN_ALONE,
  'compute-measure': OWN_ALONE,
  'compute-class': OWN_ALONE,
  recap: OWN_ALONE,
};

/** Benches whose trainings of small networks on points are kept as runs. */
const ON_POINTS: ReadonlySet<BenchId> = new Set(['playground', 'playground-challenge']);

/** The part of a lesson that says what its class needs. */
export interface WithBenches {
  readonly steps: readonly { readonly bench: BenchId }[];
}

/** A lesson's challenge, or null where weights are evaluated instead or nothing is handed in. */
export function challengeOf({ steps }: WithBenches): ChallengeId | null {
  return steps.map(({ bench }) => BENCHES[bench].challenge).find((challenge) => challenge !== null) ?? null;
}

/**
 * Whether anything of a class with these steps can be ranked on a board: answers to a challenge, or weights, which any step of a lesson that
 * trains pictures lets hand in.
 */
export function hasBoard(lesson: WithBenches & { readonly experiment: object | null }): boolean {
  return lesson.experiment !== null || challengeOf(lesson) !== null;
}

/** Whether a class of this lesson gathers a pool of drawings, and of what kind; null: it gathers none. */
export function poolOf({ steps }: WithBenches): PoolKind | null {
  const kinds = new Set(steps.map(({ bench }) => BENCHES[bench].pool));
  return kinds.has('labels') ? 'labels' : kinds.has('digits') ? 'digits' : null;
}

/** Whether runs of a lesson may be of small networks on points. */
export function trainsPoints({ steps }: WithBenches): boolean {
  return steps.some(({ bench }) => ON_POINTS.has(bench));
}

/** Whether a bench works with the digits trainer, so that its bar (Train, Pause, Step …) belongs at the foot of the page. */
export function usesTrainer(bench: BenchId): boolean {
  return BENCHES[bench].trainer !== null;
}

/** Benches around the digits trainer at which a class does something else than train. */
const BESIDE_TRAINER: ReadonlySet<BenchId> = new Set(['digits-pictures', 'digits-drawing']);

/** Whether a class at this bench is there to train with the digits trainer. */
export function isTrainedAt(bench: BenchId): boolean {
  return usesTrainer(bench) && !BESIDE_TRAINER.has(bench);
}
