import type { BenchId } from '@/lessons/bench';
import type { Area } from './messages';

/** What every page has: the frame's words, and those for what goes wrong anywhere. */
export const ROOT_AREAS = ['common', 'errors'] as const satisfies readonly Area[];

/** What a console says, whoever stands at it. */
const CONSOLE = [
  'challenge',
  'compute',
  'console',
  'countdown',
  'datasets',
  'doctor',
  'ensemble',
  'everybody',
  'knob',
  'leading',
  'lesson',
  'pool',
  'reveal',
  'review',
  'shoulder',
] as const satisfies readonly Area[];

/**
 * The areas of messages that a page's client components use beyond the root's, benches aside. tests/architecture/page-areas holds each
 * list to what the page brings along: no area is missing, none travels for nothing.
 */
export const PAGE_AREAS = {
  '/': ['landing'],
  '/assist/[code]/[token]': CONSOLE,
  '/class/[code]': [
    'bench',
    'challenge',
    'classroom',
    'compute',
    'countdown',
    'datasets',
    'ensemble',
    'knob',
    'lesson',
    'reveal',
  ],
  '/dev/parts': ['parts'],
  '/join/[code]': ['join'],
  '/lab': [
    'bench',
    'challenge',
    'classroom',
    'countdown',
    'datasets',
    'doctor',
    'inside',
    'lab',
    'playground',
    'sweep',
  ],
  '/learn': ['lesson'],
  '/learn/[lesson]': ['bench', 'countdown', 'lesson'],
  '/learn/[lesson]/teach': [],
  '/learn/[lesson]/worksheet': [],
  '/learn/glossary': ['lesson'],
  '/learn/teach': [],
  '/me': ['classroom'],
  '/me/[token]/runs/[runId]': ['bench', 'classroom', 'datasets', 'doctor', 'inside', 'playground', 'review'],
  '/me/[token]': ['challenge', 'classroom', 'datasets', 'review'],
  '/privacy': ['privacy'],
  '/review': ['review'],
  '/review/[classId]': [
    'challenge',
    'compute',
    'datasets',
    'ensemble',
    'knob',
    'lesson',
    'reveal',
    'review',
    'runs',
  ],
  '/review/compare': ['bench', 'datasets', 'review', 'runs'],
  '/review/group/[groupId]': ['challenge', 'review'],
  '/review/[classId]/pictures': ['datasets', 'pictures', 'review', 'runs'],
  '/review/[classId]/report': ['challenge', 'datasets', 'doctor', 'lesson', 'report', 'review'],
  '/review/group/[groupId]/report': ['challenge', 'doctor', 'report', 'review'],
  '/review/[classId]/replay': ['everybody', 'review'],
  '/review/[classId]/runs/[runId]': ['bench', 'datasets', 'doctor', 'inside', 'playground', 'review'],
  '/screen/[code]': [
    'challenge',
    'compute',
    'countdown',
    'datasets',
    'ensemble',
    'everybody',
    'knob',
    'lesson',
    'pool',
    'reveal',
    'screen',
    'teach',
  ],
  '/shared/[token]': ['challenge', 'compute', 'datasets', 'ensemble', 'lesson', 'review'],
  '/shared/[token]/replay': ['everybody', 'review'],
  '/teach': ['review', 'teach'],
  '/teach/account': ['account', 'teach'],
  '/teach/live/[code]': CONSOLE,
  '/teach/reset/[token]': ['account', 'teach'],
  '/teach/sign-in': ['teach'],
  '/teach/sign-up': ['teach'],
  '/teach/start': ['datasets', 'teach'],
} as const satisfies Record<string, readonly Area[]>;
export type PageName = keyof typeof PAGE_AREAS;

const DIGITS = [
  'bench',
  'challenge',
  'classroom',
  'countdown',
  'datasets',
  'doctor',
  'inside',
  'sweep',
] as const;

/** The same for each bench: lessons are given those of their own benches alone. */
export const BENCH_AREAS: Readonly<Record<BenchId, readonly Area[]>> = {
  'pool-collect': ['bench', 'pool'],
  'pool-train': ['pool'],
  'pool-try': ['bench', 'pool'],
  'pool-challenge': ['challenge', 'classroom', 'pool'],
  'perceptron-build': ['perceptron'],
  'perceptron-xor': ['perceptron'],
  'perceptron-learn': ['perceptron'],
  'perceptron-challenge': ['challenge', 'classroom', 'perceptron'],
  'circuit-build': ['circuit', 'perceptron'],
  'circuit-challenge': ['challenge', 'circuit', 'classroom', 'perceptron'],
  'digits-pictures': DIGITS,
  'digits-training': DIGITS,
  'digits-drawing': DIGITS,
  'digits-challenge': DIGITS,
  'digits-ours': ['bench', 'datasets', 'inside', 'pool'],
  'loss-curves': ['loss'],
  'loss-race': ['loss'],
  'loss-challenge': ['challenge', 'classroom', 'loss'],
  'descent-curve': ['descent', 'loss'],
  'descent-landscape': ['descent', 'loss'],
  'descent-noise': ['descent', 'loss'],
  'descent-ahead': ['descent', 'loss'],
  'descent-challenge': ['challenge', 'classroom', 'descent'],
  'backpropagation-watch': ['backpropagation', 'perceptron'],
  'backpropagation-fill': ['backpropagation'],
  'backpropagation-challenge': ['backpropagation', 'challenge', 'classroom'],
  'loop-blocks': ['loop', 'perceptron'],
  'loop-run': ['bench', 'datasets', 'loop'],
  'matrix-by-hand': ['matrix'],
  'matrix-rows': ['matrix'],
  'compute-measure': ['compute'],
  'compute-class': ['compute'],
  recap: ['lesson'],
  playground: ['doctor', 'playground'],
  'playground-challenge': ['challenge', 'classroom', 'doctor', 'playground'],
};

/** All areas that a page is given beyond the root's. */
export function areasOf(page: PageName, benches: readonly BenchId[]): readonly Area[] {
  return [...new Set<Area>([...PAGE_AREAS[page], ...benches.flatMap((bench) => BENCH_AREAS[bench])])];
}
