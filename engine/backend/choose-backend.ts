import type { Backend } from '@/protocol/experiment-choices';
import type { BackendFacts } from './backend-facts';
import { type EngineBackend, isOnCard } from './engine-backends';

/** What decides which backend a training takes. */
export interface BackendChoice {
  /** The student's wish. */
  wanted: Backend | 'auto';
  remembered: Backend | null;
  /** Backends that failed here. */
  avoid: readonly Backend[];
  /** null: none. */
  webgl: { software: boolean } | null;
  /** null: none, or not looked for. An address without https has none. */
  webgpu: { software: boolean } | null;
  /** Whether our own kernels run here. */
  kernels: boolean;
}

/** Backends to try in this order; with more than one to `measure`, the fastest of them. */
export interface Candidates {
  why: BackendFacts['why'];
  /** Measure these against each other first. */
  measure: EngineBackend[];
  /** Then, or else, take the first that starts. */
  order: EngineBackend[];
}

/**
 * Which backends to try. The kernels are measured against WebGL and, on a real card, WebGPU; tfjs's WASM takes their place where they are missing, and is not
 * measured beside them: it has the same processor and the same instructions, was slower whatever was measured (docs/measurements.md), and would have to be
 * fetched first. A real card needs no measurement where there is one way to it and no kernels. WebGPU in software is WebGL in software, only later to start: never
 * by itself. Plain JavaScript is the last resort.
 */
export function chooseCandidates({
  wanted,
  remembered,
  avoid,
  webgl,
  webgpu,
  kernels,
}: BackendChoice): Candidates {
  const hasWebgpu = webgpu !== null && !webgpu.software;
  const card = (webgl !== null && !webgl.software) || hasWebgpu;
  const can: Record<EngineBackend, boolean> = {
    kernels,
    webgl: webgl !== null,
    webgpu: hasWebgpu,
    wasm: true,
    cpu: true,
  };
  // A card that has failed one way is not asked another way.
  const isCardOut = avoid.some(isOnCard);
  const order = (card ? WITH_CARD : WITHOUT_CARD).filter(
    (name) => can[name] && !avoid.includes(name) && !(isCardOut && isOnCard(name)),
  );
  if (wanted !== 'auto' && !avoid.includes(wanted)) {
    // Alone: a forced backend that does not start is an error that the student sees.
    return { why: 'chosen', measure: [], order: [wanted as EngineBackend] };
  }
  if (avoid.length > 0) return { why: 'recovered', measure: [], order };
  const onProcessor: EngineBackend[] = kernels ? ['kernels'] : card ? [] : ['wasm'];
  const measure = [...onProcessor, ...ON_CARD.filter((name) => can[name])];
  if (card && measure.length < 2) return { why: 'default', measure: [], order };
  const known = order.filter((name) => name === remembered);
  if (known.length > 0) {
    const rest = order.filter((name) => name !== remembered);
    return { why: 'remembered', measure: [], order: [...known, ...rest] };
  }
  if (measure.length < 2) return { why: 'default', measure: [], order };
  return { why: 'measured', measure, order };
}

const ON_CARD = ['webgl', 'webgpu'] as const satisfies readonly EngineBackend[];
const WITH_CARD: readonly EngineBackend[] = ['webgl', 'webgpu', 'kernels', 'wasm', 'cpu'];
/** WebGL in software never won a measurement so far. */
const WITHOUT_CARD: readonly EngineBackend[] = ['kernels', 'wasm', 'webgl', 'cpu'];

/** Steps between two readings of the loss: a GPU is made to wait by each. */
export const READ_EVERY: Record<EngineBackend, number> = {
  kernels: 1,
  webgl: 10,
  webgpu: 10,
  wasm: 1,
  cpu: 1,
};

/** What the first step of WebGL in software costs before it runs at its speed: its shaders are compiled in seconds. */
const SOFTWARE_START_MS = 3_000;

/** Milliseconds a step above which looking for something better pays for its start. */
const SLOW_STEP_MS = 400;

/**
 * Whether measuring one more candidate is worth it: always, but WebGL in software only within what is left of the budget, or where
 * the best so far is so slow that a start of seconds is soon won back.
 */
export function worthMeasuring(
  next: EngineBackend,
  webgl: BackendChoice['webgl'],
  budgetLeftMs: number,
  bestStepMs: number | null,
): boolean {
  if (bestStepMs === null || next !== 'webgl' || !webgl?.software) return true;
  return SOFTWARE_START_MS <= budgetLeftMs || bestStepMs > SLOW_STEP_MS;
}
