import type { UnitActivation } from '@/engine/dense/activations';
import type { FeatureId } from '@/engine/points/features';
import type { PointSetId } from '@/engine/points/generators';
import { type ControlId, DEFAULT_SETUP, type PlaygroundSetup, SETUP_LIMITS } from './setup';
import { type LinkFault, type LinkProblem, linkProblem, MOST_LINK_CHARACTERS, ownKeys } from './setup-link';

/**
 * Links of the TensorFlow Playground (playground.tensorflow.org; its src/state.ts says what stands in one). What it has and this
 * bench has not is told part by part, and so is what the two calculate differently.
 */

/** What a link leaves out has the Playground's own default there, not ours. */
const DEFAULTS = {
  activation: 'tanh',
  regularization: 'none',
  regularizationRate: 0,
  batchSize: 10,
  dataset: 'circle',
  regDataset: 'reg-plane',
  learningRate: 0.03,
  noise: 0,
  percTrainData: 50,
  problem: 'classification',
} as const;

const ACTIVATIONS = {
  relu: 'relu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  linear: 'linear',
} as const satisfies Record<string, UnitActivation>;
const DATASETS = {
  circle: 'circle',
  xor: 'xor',
  gauss: 'gaussians',
  spiral: 'spiral',
} as const satisfies Record<string, PointSetId>;
const REGRESSION_DATASETS = {
  'reg-plane': 'plane',
  'reg-gauss': 'hills',
} as const satisfies Record<string, PointSetId>;
const REGULARISATIONS = { none: 'none', L1: 'l1', L2: 'l2' } as const;
const PROBLEMS = { classification: 'classification', regression: 'regression' } as const;
const FEATURE_KEYS = {
  x: 'x1',
  y: 'x2',
  xSquared: 'x1-squared',
  ySquared: 'x2-squared',
  xTimesY: 'x1-x2',
  sinX: 'sin-x1',
  sinY: 'sin-x2',
} as const satisfies Record<string, FeatureId>;
type FeatureKey = keyof typeof FEATURE_KEYS;

/** `learningRate_hide=true`: what the Playground then leaves out, and we too. */
const HIDDEN_CONTROLS: Readonly<Record<string, ControlId>> = {
  playButton: 'play',
  stepButton: 'step',
  resetButton: 'reset',
  learningRate: 'learning-rate',
  activation: 'activation',
  regularization: 'regularisation',
  regularizationRate: 'regularisation',
  problem: 'points',
  dataset: 'points',
  percTrainData: 'split',
  noise: 'noise',
  batchSize: 'batch-size',
  numHiddenLayers: 'layers',
  showTestData: 'test-points',
  discretize: 'discretise',
};
const HIDE = '_hide';

/** Parts that have nothing like them here. Each is told where it asks for something. */
const WITHOUT_COUNTERPART: Readonly<Record<string, LinkFault>> = {
  cosX: 'no-cosine',
  cosY: 'no-cosine',
  collectStats: 'no-statistics',
  hideText: 'no-text',
  tutorial: 'no-tutorial',
};

/** How many points it draws. */
const POINTS = { classification: 500, regression: 1_200 } as const;

const KEYS = new Set([
  ...Object.keys(DEFAULTS),
  ...Object.keys(FEATURE_KEYS),
  ...Object.keys(WITHOUT_COUNTERPART),
  'networkShape',
  'seed',
  'showTestData',
  'discretize',
  'initZero',
]);
/** Keys that our own links have too. */
const SHARED: ReadonlySet<string> = new Set(['activation', 'noise', 'seed']);

/** Whether the part of an address after # is one of the Playground's: it names what only its links name, and nothing that only ours do. */
export function isTensorflowLink(text: string): boolean {
  if (ownKeys(text).some((key) => !SHARED.has(key))) return false;
  return [...new URLSearchParams(text)].some(
    ([key, value]) =>
      (KEYS.has(key) && !SHARED.has(key)) ||
      (key.endsWith(HIDE) && key.slice(0, -HIDE.length) in HIDDEN_CONTROLS) ||
      // Ours is a whole number; the Playground draws one between 0 and 1.
      (key === 'seed' && /^0?\.\d+$/.test(value)),
  );
}

/** A whole number for any text, the same on every device (FNV-1a). */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The parts of a link, each read once; what cannot be used is told. */
class Parts {
  readonly problems: LinkProblem[] = [];
  private readonly values = new Map<string, string>();

  constructor(text: string) {
    for (const [key, value] of new URLSearchParams(text)) {
      const known = KEYS.has(key) || key.endsWith(HIDE);
      if (!known) this.tell('unknown-key', key, value);
      else if (this.values.has(key)) this.tell('repeated', key, value);
      // The Playground reads an empty part as one that is not there; an empty shape is no hidden layer.
      else if (value.trim() !== '' || key === 'networkShape') this.values.set(key, value.trim());
    }
  }

  tell(fault: LinkFault, key: string | null, found = ''): void {
    this.problems.push(linkProblem(fault, key, found));
  }

  text(key: string): string | undefined {
    return this.values.get(key);
  }

  keys(): string[] {
    return [...this.values.keys()];
  }

  one<T>(key: keyof typeof DEFAULTS, values: Readonly<Record<string, T>>): T {
    const text = this.values.get(key);
    const usual = values[String(DEFAULTS[key])]!;
    if (text === undefined) return usual;
    if (Object.hasOwn(values, text)) return values[text]!;
    this.tell('unknown-value', key, text);
    return usual;
  }

  yes(key: string, usual: boolean): boolean {
    const text = this.values.get(key);
    if (text === 'true' || text === 'false') return text === 'true';
    if (text !== undefined) this.tell('unknown-value', key, text);
    return usual;
  }

  number(
    key: 'regularizationRate' | 'batchSize' | 'learningRate' | 'noise' | 'percTrainData',
    [low, high]: readonly [number, number],
    whole = false,
  ): number {
    const text = this.values.get(key);
    if (text === undefined) return DEFAULTS[key];
    const value = NUMBER.test(text) ? Number(text) : Number.NaN;
    if (!Number.isFinite(value) || (whole && !Number.isInteger(value))) {
      this.tell('not-a-number', key, text);
      return DEFAULTS[key];
    }
    if (value < low || value > high) this.tell('nearest', key, text);
    return Math.min(high, Math.max(low, value));
  }
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function shapeOf(parts: Parts): readonly number[] {
  const text = parts.text('networkShape');
  if (text === undefined) return DEFAULT_SETUP.hidden;
  if (text === '') return [];
  const units = text.split(',').map((part) => part.trim());
  if (!units.every((part) => /^\d{1,6}$/.test(part) && Number(part) >= 1)) {
    parts.tell('not-a-number', 'networkShape', text);
    return DEFAULT_SETUP.hidden;
  }
  if (units.length > SETUP_LIMITS.layers) parts.tell('fewer-layers', 'networkShape', text);
  const most = SETUP_LIMITS.units[1];
  if (units.some((part) => Number(part) > most)) parts.tell('fewer-units', 'networkShape', text);
  return units.slice(0, SETUP_LIMITS.layers).map((part) => Math.min(most, Number(part)));
}

function featuresOf(parts: Parts): readonly FeatureId[] {
  const chosen = (Object.keys(FEATURE_KEYS) as FeatureKey[]).filter((key) =>
    parts.yes(key, key === 'x' || key === 'y'),
  );
  for (const [key, fault] of Object.entries(WITHOUT_COUNTERPART)) {
    const text = parts.text(key);
    if (text !== undefined && text !== 'false') parts.tell(fault, key, text);
  }
  if (chosen.length > 0) return chosen.map((key) => FEATURE_KEYS[key]);
  parts.tell('no-features', null);
  return ['x1'];
}

function hiddenOf(parts: Parts): readonly ControlId[] {
  const hidden = new Set<ControlId>();
  for (const key of parts.keys().filter((one) => one.endsWith(HIDE))) {
    if (parts.text(key) !== 'true') continue;
    const control = HIDDEN_CONTROLS[key.slice(0, -HIDE.length)];
    if (control && Object.hasOwn(HIDDEN_CONTROLS, key.slice(0, -HIDE.length))) hidden.add(control);
    else parts.tell('no-control', key, 'true');
  }
  return [...hidden];
}

function seedOf(parts: Parts): number {
  const text = parts.text('seed');
  if (text === undefined) return DEFAULT_SETUP.seed;
  parts.tell('other-seed', 'seed', text);
  const value = Number(text);
  return /^\d+$/.test(text) && value <= SETUP_LIMITS.seed[1] ? value : numberOf(text);
}

/** Reads the part of one of the Playground's addresses after #. Never throws; what differs here, or cannot be used, is listed. */
export function parseTensorflowLink(text: string): { setup: PlaygroundSetup; problems: LinkProblem[] } {
  if (text.length > MOST_LINK_CHARACTERS)
    return { setup: DEFAULT_SETUP, problems: [linkProblem('too-long', null, text)] };
  const parts = new Parts(text);
  const problem = parts.one('problem', PROBLEMS);
  const classes = parts.one('dataset', DATASETS);
  const values = parts.one('regDataset', REGRESSION_DATASETS);
  const regularisation = parts.one('regularization', REGULARISATIONS);
  const penalty = parts.number('regularizationRate', SETUP_LIMITS.penalty);
  const [fewest, most] = SETUP_LIMITS.pointCount;
  const setup: PlaygroundSetup = {
    ...DEFAULT_SETUP,
    points: problem === 'regression' ? values : classes,
    noise: parts.number('noise', [0, 100 * SETUP_LIMITS.noise[1]]) / 100,
    pointCount: Math.min(most, Math.max(fewest, POINTS[problem])),
    trainShare:
      parts.number('percTrainData', [100 * SETUP_LIMITS.trainShare[0], 100 * SETUP_LIMITS.trainShare[1]]) /
      100,
    features: featuresOf(parts),
    hidden: shapeOf(parts),
    activation: parts.one('activation', ACTIVATIONS),
    loss: 'squared-error',
    optimizer: 'sgd',
    learningRate: parts.number('learningRate', SETUP_LIMITS.learningRate),
    batchSize: parts.number('batchSize', SETUP_LIMITS.batchSize, true),
    l1: regularisation === 'l1' ? penalty : 0,
    l2: regularisation === 'l2' ? penalty : 0,
    start: parts.yes('initZero', false) ? 'zero' : 'fitting',
    seed: seedOf(parts),
    showTest: parts.yes('showTestData', false),
    discretise: parts.yes('discretize', false),
    hide: hiddenOf(parts),
  };
  parts.tell(problem === 'regression' ? 'whole-square' : 'other-output', null);
  if (POINTS[problem] > most) parts.tell('fewer-points', null, String(POINTS[problem]));
  return { setup, problems: parts.problems };
}
