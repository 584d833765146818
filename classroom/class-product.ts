import type { ProductAtConsole, ProductOnWall, ProductStanding } from '@/protocol/class-product';
import { CLASS_PRODUCT } from '@/protocol/product-size';

/** A block that was given to somebody. */
interface Given {
  readonly by: string;
  readonly at: number;
  readonly done: boolean;
}

/** One round of the class's product: who takes part, and who was given what. Times in milliseconds since 1970. */
export interface ClassProduct {
  readonly round: number;
  readonly startsAt: number;
  readonly joined: readonly string[];
  readonly blocks: readonly (Given | null)[];
  /** Null: not finished. */
  readonly endedAt: number | null;
}

/** Before the first round. */
export const NO_PRODUCT: ClassProduct = { round: 0, startsAt: 0, joined: [], blocks: [], endedAt: 0 };

/** A block that has not come back for so long is given to another: a device may have gone. */
const LEASE_MS = 4_000;
/** A round of which nothing has come for so long is over: whoever joins begins another. */
const FORGOTTEN_MS = 3 * LEASE_MS;

/** When something last happened in a round. */
function lastMoment({ startsAt, blocks }: ClassProduct): number {
  return Math.max(startsAt, ...blocks.map((given) => given?.at ?? 0));
}

/** A student's device takes part: in the round that is open, else in a new one, which begins once others had time to join. */
export function joinProduct(product: ClassProduct, studentId: string, now: number): ClassProduct {
  const isOpen = product.endedAt === null && now - lastMoment(product) < FORGOTTEN_MS;
  const open: ClassProduct = isOpen
    ? product
    : {
        round: product.round + 1,
        startsAt: now + CLASS_PRODUCT.gatherMs,
        joined: [],
        blocks: new Array<null>(CLASS_PRODUCT.blocks).fill(null),
        endedAt: null,
      };
  return open.joined.includes(studentId) ? open : { ...open, joined: [...open.joined, studentId] };
}

/** Which block a device is to calculate now: its own that is open, else one that nobody has, else one that did not come back. Null: none. */
export function giveBlock(
  product: ClassProduct,
  studentId: string,
  now: number,
): { product: ClassProduct; block: number | null } {
  const { startsAt, endedAt, joined, blocks } = product;
  if (endedAt !== null || now < startsAt || !joined.includes(studentId)) return { product, block: null };
  const find = (fits: (given: Given | null) => boolean) => blocks.findIndex(fits);
  const order = [
    find((given) => given !== null && !given.done && given.by === studentId),
    find((given) => given === null),
    find((given) => given !== null && !given.done && now - given.at >= LEASE_MS),
  ];
  const block = order.find((at) => at >= 0);
  if (block === undefined) return { product, block: null };
  return { product: withBlock(product, block, { by: studentId, at: now, done: false }), block };
}

/** A block has come back rightly calculated: it is whoever's brought it first. */
export function takeBlock(
  product: ClassProduct,
  studentId: string,
  block: number,
  now: number,
): ClassProduct {
  const given = product.blocks[block];
  if (product.endedAt !== null || !given || given.done || !product.joined.includes(studentId)) return product;
  const taken = withBlock(product, block, { by: studentId, at: now, done: true });
  return taken.blocks.every((one) => one?.done) ? { ...taken, endedAt: now } : taken;
}

function withBlock(product: ClassProduct, block: number, given: Given): ClassProduct {
  return { ...product, blocks: product.blocks.map((one, at) => (at === block ? given : one)) };
}

/** What the projector is told of a round; null: none has begun. */
export function roundOnWall(product: ClassProduct, now: number): ProductOnWall | null {
  const { round, startsAt, joined, blocks, endedAt } = product;
  if (round === 0) return null;
  return {
    round,
    startsIn: Math.max(0, startsAt - now),
    devices: joined.length,
    ms: endedAt === null ? null : endedAt - startsAt,
    blocks: blocks.map((given) => (given === null ? 'open' : given.done ? 'in' : 'given')),
  };
}

/** What the console is told of a round; null: none has begun. */
export function roundAtConsole(product: ClassProduct, now: number): ProductAtConsole | null {
  const wall = roundOnWall(product, now);
  const { joined, blocks } = product;
  return wall && { ...wall, joined, by: blocks.map((given) => given && joined.indexOf(given.by)) };
}

/** What a student's device is told: of others no more than that they are others. */
export function roundSeenBy(product: ClassProduct, studentId: string, now: number): ProductStanding {
  const { round, startsAt, joined, blocks, endedAt } = product;
  return {
    round,
    startsIn: Math.max(0, startsAt - now),
    devices: joined.length,
    owners: blocks.map((given) => (given?.done ? (given.by === studentId ? 'own' : 'other') : 'nobody')),
    ms: endedAt === null ? null : endedAt - startsAt,
  };
}
