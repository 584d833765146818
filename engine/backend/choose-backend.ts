import type { Backend } from '@/protocol/experiment';
import type { BackendFacts } from './backend-facts';
import type { EngineBackend } from './start-backend';

/** What decides which backend a training takes. */
export interface BackendChoice {
  /** The student's wish. */
  wanted: Backend | 'auto';
  remembered: Backend | null;
  /** Backends that failed here. */
  avoid: readonly Backend[];
  /** null: none. */
  webgl: { software: boolean } | null;
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
 * Which backends to try. A real graphics card needs no measurement; without one, WASM and WebGL in software are to be
 * measured; plain JavaScript is the last resort.
 */
export function chooseCandidates({ wanted, remembered, avoid, webgl }: BackendChoice): Candidates {
  const can = (name: EngineBackend) => !avoid.includes(name) && (name !== 'webgl' || webgl !== null);
  const all = (['webgl', 'wasm', 'cpu'] as const).filter(can);
  const first = (name: Backend) => all.filter((n) => n === name);
  const rest = (name: Backend) => all.filter((n) => n !== name);
  if (wanted !== 'auto' && !avoid.includes(wanted)) {
    // Alone: a forced backend that does not start is an error that the student sees.
    return { why: 'chosen', measure: [], order: [wanted as EngineBackend] };
  }
  if (avoid.length > 0) return { why: 'recovered', measure: [], order: orderWithout(all, webgl) };
  if (webgl && !webgl.software) return { why: 'default', measure: [], order: [...all] };
  if (remembered && first(remembered).length > 0) {
    return { why: 'remembered', measure: [], order: [...first(remembered), ...rest(remembered)] };
  }
  const order = orderWithout(all, webgl);
  const measure = order.filter((n) => n !== 'cpu');
  return {
    why: measure.length > 1 ? 'measured' : 'default',
    measure: measure.length > 1 ? measure : [],
    order,
  };
}

/** WASM before WebGL in software, which never won a measurement so far. */
function orderWithout(all: readonly EngineBackend[], webgl: { software: boolean } | null): EngineBackend[] {
  if (webgl && !webgl.software) return [...all];
  return [...all].sort((a, b) => rank(a) - rank(b));
}

function rank(name: EngineBackend): number {
  return name === 'wasm' ? 0 : name === 'webgl' ? 1 : 2;
}

/** What a first step costs before it runs at its speed: shaders are compiled in seconds without a graphics card. */
const START_MS: Record<EngineBackend, number> = { wasm: 100, webgl: 3_000, cpu: 20 };

/** Milliseconds a step above which looking for something better pays for its start. */
const SLOW_STEP_MS = 400;

/**
 * Whether measuring one more candidate is worth it: within what is left of the budget, or where the best so far is so
 * slow that a start of seconds is soon won back.
 */
export function worthMeasuring(
  next: EngineBackend,
  budgetLeftMs: number,
  bestStepMs: number | null,
): boolean {
  if (bestStepMs === null) return true;
  return START_MS[next] <= budgetLeftMs || bestStepMs > SLOW_STEP_MS;
}
