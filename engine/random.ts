/**
 * The one source of randomness of the engine. Everything random (first weights, shuffles, the choice of pictures, noise)
 * takes a `Random` as an argument, so that the same seed gives the same training on every device and backend.
 *
 * Generator: sfc32 by Chris Doty-Humphrey (from PractRand, public domain): 128 bits of state, a counter in it, period at
 * least 2^32. Its state is filled by splitmix32-like mixing (constants of MurmurHash3's finaliser, Austin Appleby, public domain).
 */
export interface Random {
  /** 32 random bits, unsigned. */
  bits(): number;
  /** In [0, 1), 24 bits fine: exact in float32 and float64 alike. */
  uniform(): number;
  /** Whole number in [0, below), without bias. `below` is 1 to 2^32. */
  int(below: number): number;
  /** Standard normal (mean 0, deviation 1). Uses Math.log, which engines may round differently: not for first weights. */
  normal(): number;
  /** Fisher-Yates, in place. */
  shuffle<T extends { length: number; [index: number]: unknown }>(list: T): T;
}

/** What a stream of random numbers is for; a stream of its own each, so that one more draw in one moves no other. */
export const STREAMS = {
  weights: 1,
  examples: 2,
  order: 3,
  validation: 4,
  packing: 5,
  distortion: 6,
  labels: 7,
} as const;

function mix(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A generator for a seed (unsigned 32 bits) and any further numbers that name the stream (purpose, epoch, …). */
export function createRandom(seed: number, ...stream: number[]): Random {
  let hash = mix((seed >>> 0) ^ 0x9e3779b9);
  for (const part of stream) hash = mix((Math.imul(hash, 31) + (part >>> 0) + 0x9e3779b9) >>> 0);
  // Typed, so that numbers beyond 31 bits need no room of their own at each draw: a, b, c and the counter.
  const state = Int32Array.of(mix(hash + 0x9e3779b9), mix(hash + 0x3c6ef372), mix(hash + 0xdaa66d2b), 1);

  const bits = (): number => {
    const b = state[1]!;
    const c = state[2]!;
    const t = (state[0]! + b + state[3]!) | 0;
    state[3]! += 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  // The first outputs still resemble the seed.
  for (let i = 0; i < 12; i++) bits();

  const uniform = (): number => (bits() >>> 8) / 0x1000000;

  const int = (below: number): number => {
    for (;;) {
      const value = bits();
      const rest = value % below;
      // Rejects the ragged end, so that every value is equally likely.
      if (value - rest + below <= 0x100000000) return rest;
    }
  };

  let spare: number | null = null;
  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    // Marsaglia's polar method.
    for (;;) {
      const u = uniform() * 2 - 1;
      const v = uniform() * 2 - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const factor = Math.sqrt((-2 * Math.log(s)) / s);
        spare = v * factor;
        return u * factor;
      }
    }
  };

  const shuffle = <T extends { length: number; [index: number]: unknown }>(list: T): T => {
    for (let i = list.length - 1; i > 0; i--) {
      const j = int(i + 1);
      const kept = list[i];
      list[i] = list[j];
      list[j] = kept;
    }
    return list;
  };

  return { bits, uniform, int, normal, shuffle };
}
