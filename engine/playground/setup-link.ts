import { INITIALISER_IDS } from '@/engine/dense/initialisers';
import { OPTIMIZER_IDS } from '@/engine/dense/optimizers';
import { FEATURE_IDS, MORE_FEATURE_IDS } from '@/engine/points/features';
import { POINT_SET_IDS } from '@/engine/points/generators';
import {
  CONTROLS,
  DEFAULT_SETUP,
  HIDDEN_ACTIVATIONS,
  type PlaygroundSetup,
  SETUP_LIMITS,
  SETUP_LOSSES,
} from './setup';

/** What was wrong with a part of a link; closed. */
export const LINK_FAULTS = [
  /** The whole link: then nothing of it is used. */
  'too-long',
  'unknown-key',
  'repeated',
  'not-a-number',
  'out-of-range',
  'unknown-value',
  /** Of the TensorFlow Playground's links (tensorflow-link.ts): what differs here, or has nothing like it. */
  'nearest',
  'fewer-layers',
  'fewer-units',
  'fewer-points',
  'no-features',
  'no-cosine',
  'no-statistics',
  'no-text',
  'no-tutorial',
  'no-control',
  'other-seed',
  'other-output',
  'whole-square',
] as const;
export type LinkFault = (typeof LINK_FAULTS)[number];

export interface LinkProblem {
  fault: LinkFault;
  /** The part of the setup by its key in the link; null for the whole link. Shortened. */
  key: string | null;
  /** What stood there, shortened. */
  found: string;
}

/** A problem as it is told: what stood in the link may be of any length. */
export function linkProblem(fault: LinkFault, key: string | null, found: string): LinkProblem {
  return { fault, key: key?.slice(0, 40) ?? null, found: found.slice(0, 40) };
}

/** Characters of a link that are looked at; a whole setup needs about 400. */
export const MOST_LINK_CHARACTERS = 2_000;

/** A value read, or what is wrong with it. */
type Reading<T> = { value: T } | LinkFault;
interface Codec<T> {
  read(text: string): Reading<T>;
  write(value: T): string;
}

function number([low, high]: readonly [number, number], whole = false): Codec<number> {
  return {
    read(text) {
      if (!/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text)) return 'not-a-number';
      const value = Number(text);
      if (whole && !Number.isInteger(value)) return 'not-a-number';
      return value >= low && value <= high ? { value } : 'out-of-range';
    },
    write: String,
  };
}

function oneOf<T extends string>(values: readonly T[]): Codec<T> {
  return {
    read: (text) => ((values as readonly string[]).includes(text) ? { value: text as T } : 'unknown-value'),
    write: (value) => value,
  };
}

/** Values joined by commas; nothing at all is an empty list. */
function listOf<T>(each: Codec<T>, least: number, most: number, unique: boolean): Codec<readonly T[]> {
  return {
    read(text) {
      const parts = text === '' ? [] : text.split(',');
      if (parts.length < least || parts.length > most) return 'out-of-range';
      if (unique && new Set(parts).size !== parts.length) return 'repeated';
      const values: T[] = [];
      for (const part of parts) {
        const reading = each.read(part);
        if (typeof reading === 'string') return reading;
        values.push(reading.value);
      }
      return { value: values };
    },
    write: (values) => values.map((value) => each.write(value)).join(','),
  };
}

function orNone<T>(codec: Codec<T>): Codec<T | null> {
  return {
    read: (text) => (text === 'none' ? { value: null } : codec.read(text)),
    write: (value) => (value === null ? 'none' : codec.write(value)),
  };
}

const yesNo: Codec<boolean> = {
  read: (text) => (text === '1' || text === '0' ? { value: text === '1' } : 'unknown-value'),
  write: (value) => (value ? '1' : '0'),
};

/** Those of further inputs too: own data stays with its person, whose own link finds it again. */
const ALL_FEATURES = [...FEATURE_IDS, ...MORE_FEATURE_IDS];

/** Keys in the link and what they mean. The three stop conditions are parts of one field. */
const FIELDS = {
  points: oneOf([...POINT_SET_IDS, 'own'] as const),
  noise: number(SETUP_LIMITS.noise),
  pointCount: number(SETUP_LIMITS.pointCount, true),
  trainShare: number(SETUP_LIMITS.trainShare),
  features: listOf(oneOf(ALL_FEATURES), 1, ALL_FEATURES.length, true),
  hidden: listOf(number(SETUP_LIMITS.units, true), 0, SETUP_LIMITS.layers, false),
  activation: oneOf(HIDDEN_ACTIVATIONS),
  loss: oneOf(SETUP_LOSSES),
  optimizer: oneOf(OPTIMIZER_IDS),
  learningRate: number(SETUP_LIMITS.learningRate),
  batchSize: number(SETUP_LIMITS.batchSize, true),
  l1: number(SETUP_LIMITS.penalty),
  l2: number(SETUP_LIMITS.penalty),
  start: oneOf(INITIALISER_IDS),
  seed: number(SETUP_LIMITS.seed, true),
  showTest: yesNo,
  discretise: yesNo,
  hide: listOf(oneOf(CONTROLS), 0, CONTROLS.length, true),
} satisfies { [K in keyof Omit<PlaygroundSetup, 'stop'>]: Codec<PlaygroundSetup[K]> };

const STOP_FIELDS = {
  steps: orNone(number(SETUP_LIMITS.stopSteps, true)),
  lossBelow: orNone(number(SETUP_LIMITS.stopLoss)),
  accuracyAtLeast: orNone(number(SETUP_LIMITS.stopAccuracy)),
} satisfies { [K in keyof PlaygroundSetup['stop']]: Codec<PlaygroundSetup['stop'][K]> };

/** Short enough to read in an address, long enough to be understood. */
const KEYS: Readonly<Record<keyof typeof FIELDS, string>> = {
  points: 'points',
  noise: 'noise',
  pointCount: 'count',
  trainShare: 'train',
  features: 'features',
  hidden: 'hidden',
  activation: 'activation',
  loss: 'loss',
  optimizer: 'optimizer',
  learningRate: 'rate',
  batchSize: 'batch',
  l1: 'l1',
  l2: 'l2',
  start: 'start',
  seed: 'seed',
  showTest: 'test',
  discretise: 'discretise',
  hide: 'hide',
};
const STOP_KEYS: Readonly<Record<keyof typeof STOP_FIELDS, string>> = {
  steps: 'stop-steps',
  lossBelow: 'stop-loss',
  accuracyAtLeast: 'stop-accuracy',
};

const OWN_KEYS: ReadonlySet<string> = new Set([...Object.values(KEYS), ...Object.values(STOP_KEYS)]);

/** The parts of one of our links that the part of an address after # names. */
export function ownKeys(text: string): string[] {
  return [...new URLSearchParams(text).keys()].filter((key) => OWN_KEYS.has(key));
}

/** The setup as the part of an address after # (or ?), without that sign: every field, so that later defaults change nothing. */
export function formatSetup(setup: PlaygroundSetup): string {
  const parts: string[] = [];
  const add = (key: string, text: string) => {
    // Commas are allowed there and easier to read than %2C.
    parts.push(`${key}=${encodeURIComponent(text).replaceAll('%2C', ',')}`);
  };
  for (const field of Object.keys(FIELDS) as (keyof typeof FIELDS)[]) {
    const codec = FIELDS[field] as Codec<unknown>;
    add(KEYS[field], codec.write(setup[field]));
  }
  for (const field of Object.keys(STOP_FIELDS) as (keyof typeof STOP_FIELDS)[]) {
    const value = setup.stop[field];
    if (value !== null) add(STOP_KEYS[field], STOP_FIELDS[field].write(value));
  }
  return parts.join('&');
}

/**
 * Reads the part of an address after # or ? (with or without the sign). Never throws: what is missing or wrong has
 * the value of `defaults`, and what was wrong is listed.
 */
export function parseSetup(
  text: string,
  defaults: PlaygroundSetup = DEFAULT_SETUP,
): { setup: PlaygroundSetup; problems: LinkProblem[] } {
  const setup: PlaygroundSetup = { ...defaults, stop: { ...defaults.stop } };
  const problems: LinkProblem[] = [];
  const report = (fault: LinkFault, key: string | null, found: string) => {
    problems.push(linkProblem(fault, key, found));
  };
  if (text.length > MOST_LINK_CHARACTERS) {
    report('too-long', null, text);
    return { setup, problems };
  }
  const known = new Map<string, { codec: Codec<unknown>; set: (value: unknown) => void }>();
  for (const [field, codec] of Object.entries(FIELDS)) {
    known.set(KEYS[field as keyof typeof FIELDS], {
      codec: codec as Codec<unknown>,
      set: (value) => Object.assign(setup, { [field]: value }),
    });
  }
  for (const [field, codec] of Object.entries(STOP_FIELDS)) {
    known.set(STOP_KEYS[field as keyof typeof STOP_FIELDS], {
      codec: codec as Codec<unknown>,
      set: (value) => Object.assign(setup.stop, { [field]: value }),
    });
  }
  const seen = new Set<string>();
  for (const [key, value] of new URLSearchParams(text.replace(/^[#?]/, ''))) {
    const field = known.get(key);
    if (!field) report('unknown-key', key, value);
    else if (seen.has(key)) report('repeated', key, value);
    else {
      const reading = field.codec.read(value);
      if (typeof reading === 'string') report(reading, key, value);
      else field.set(reading.value);
    }
    seen.add(key);
  }
  return { setup, problems };
}
