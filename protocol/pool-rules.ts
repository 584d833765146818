import { PAPER } from './datasets';

/** A class's pool: the drawings that it has made itself, each filed under a label. Limits of its own, beside LIMITS. */
export const POOL = {
  /** Labels that a teacher may name. */
  leastLabels: 2,
  mostLabels: 4,
  /** Graphemes of a label. */
  labelGraphemes: 24,
  /** Bytes of a drawing. */
  pixels: PAPER.pixels,
  /** Drawings of one student, and of one class. */
  perStudent: 60,
  perClass: 6_000,
  /** A drawing whose pixels sum up to less (255 a full one) is empty. */
  leastInk: 4 * 255,
  /** Drawings that a student may file or take back a second, and at once. */
  drawingsPerSecond: 0.5,
  drawingBurst: 12,
  /** One in so many, of each label, is held back for the challenge. */
  heldBackOneIn: 5,
  /** Drawings held back that the challenge needs, of each label. */
  leastHeldBack: 1,
  /** Altogether. */
  leastHeldBackTotal: 4,
  /** Share of right answers at which the challenge's goal is reached. */
  goal: 0.9,
  /** Drawings that one message may bring to a wall; one that missed more reads the whole pool. */
  thumbsPerFrame: 120,
  /** Bytes of an exported pool. */
  fileBytes: 8 * 1024 * 1024,
} as const;

/** Networks that learn from a pool: units of the hidden layer (relu), 0 for none. */
export const POOL_NETWORKS = [0, 8, 16, 32] as const;
export type PoolNetwork = (typeof POOL_NETWORKS)[number];

/** Where a pool is read over HTTP. Binary: see engine/pool/pool-pack. */
export const poolPaths = {
  /** `Authorization: Student ID.SECRET`: what may be learnt from; nothing that is held back. With an ETag. */
  training: (code: string) => `/api/classes/${code}/pool`,
  /** The teacher's session: everything, for the wall. */
  wall: (code: string) => `/api/classes/${code}/pool/wall`,
  /** The teacher's session: GET gives a file to keep, POST takes one in. */
  file: (code: string) => `/api/classes/${code}/pool/file`,
};
