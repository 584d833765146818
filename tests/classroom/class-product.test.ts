import { describe, expect, test } from 'vitest';
import {
  type ClassProduct,
  giveBlock,
  joinProduct,
  NO_PRODUCT,
  roundAtConsole,
  roundOnWall,
  roundSeenBy,
  takeBlock,
} from '@/classroom/class-product';
import { CLASS_PRODUCT } from '@/protocol/product-size';

const { blocks, gatherMs } = CLASS_PRODUCT;
const T = 1_000_000;
const BEGIN = T + gatherMs;

const joined = (...students: string[]) =>
  students.reduce((product, student) => joinProduct(product, student, T), NO_PRODUCT);

/** Everything that somebody is given, one after another, each brought back at once. */
function doAll(product: ClassProduct, student: string, at: number): ClassProduct {
  for (;;) {
    const given = giveBlock(product, student, at);
    if (given.block === null) return given.product;
    product = takeBlock(given.product, student, given.block, at);
  }
}

describe('a round of the class’s product', () => {
  test('waits for others, then gives each block once', () => {
    let product = joined('ada', 'ben', 'ada');
    expect(roundSeenBy(product, 'ada', T)).toMatchObject({
      round: 1,
      devices: 2,
      startsIn: gatherMs,
      ms: null,
    });
    expect(giveBlock(product, 'ada', BEGIN - 1).block).toBeNull();
    const given: number[] = [];
    for (let at = 0; at < blocks; at++) {
      const next = giveBlock(product, at % 2 ? 'ada' : 'ben', BEGIN);
      given.push(next.block!);
      product = takeBlock(next.product, at % 2 ? 'ada' : 'ben', next.block!, BEGIN + 500);
    }
    expect([...given].sort((a, b) => a - b)).toEqual(Array.from({ length: blocks }, (_, at) => at));
    const { owners, ms } = roundSeenBy(product, 'ada', BEGIN + 900);
    expect(ms).toBe(500);
    expect(owners.filter((owner) => owner === 'own')).toHaveLength(blocks / 2);
    expect(owners).not.toContain('nobody');
  });

  test('gives nothing to whoever has not joined, and takes nothing of theirs', () => {
    const product = joined('ada');
    expect(giveBlock(product, 'eve', BEGIN).block).toBeNull();
    const given = giveBlock(product, 'ada', BEGIN);
    expect(takeBlock(given.product, 'eve', given.block!, BEGIN)).toBe(given.product);
    // What was given to nobody cannot come back.
    expect(takeBlock(product, 'ada', 3, BEGIN)).toBe(product);
  });

  test('the console hears whose each block is, the projector of nobody', () => {
    expect(roundAtConsole(NO_PRODUCT, T)).toBeNull();
    expect(roundOnWall(NO_PRODUCT, T)).toBeNull();
    let { product } = giveBlock(joined('ada', 'ben'), 'ben', BEGIN);
    product = giveBlock(takeBlock(product, 'ben', 0, BEGIN), 'ada', BEGIN).product;
    const wall = roundOnWall(product, BEGIN)!;
    expect(wall).toMatchObject({ round: 1, startsIn: 0, devices: 2, ms: null });
    expect(wall.blocks.slice(0, 3)).toEqual(['in', 'given', 'open']);
    expect(wall.blocks).toHaveLength(blocks);
    expect(JSON.stringify(wall)).not.toMatch(/ada|ben/);
    const { joined: who, by, ...rest } = roundAtConsole(product, BEGIN)!;
    expect(rest).toEqual(wall);
    expect(by.slice(0, 3).map((place) => place !== null && who[place])).toEqual(['ben', 'ada', false]);
    expect(roundOnWall(doAll(doAll(product, 'ada', BEGIN), 'ben', BEGIN), BEGIN + 9)).toMatchObject({
      ms: 0,
    });
  });

  test('a page that was reloaded is given its own block again', () => {
    const first = giveBlock(joined('ada', 'ben'), 'ada', BEGIN);
    expect(giveBlock(first.product, 'ada', BEGIN + 10).block).toBe(first.block);
    expect(giveBlock(first.product, 'ben', BEGIN + 10).block).not.toBe(first.block);
  });

  test('a block that does not come back is given to another, and counts once', () => {
    const slow = giveBlock(joined('slow', 'ada'), 'slow', BEGIN);
    const rest = doAll(slow.product, 'ada', BEGIN + 100);
    expect(roundSeenBy(rest, 'ada', BEGIN + 100).ms).toBeNull();
    expect(giveBlock(rest, 'ada', BEGIN + 3_999).block).toBeNull();
    const late = giveBlock(rest, 'ada', BEGIN + 4_000);
    expect(late.block).toBe(slow.block);
    const over = takeBlock(late.product, 'ada', late.block!, BEGIN + 4_100);
    expect(roundSeenBy(over, 'ada', BEGIN + 5_000).ms).toBe(4_100);
    expect(takeBlock(over, 'slow', slow.block!, BEGIN + 6_000)).toBe(over);
  });

  test('once it is over, or nothing has come for long, whoever joins begins another', () => {
    const over = doAll(joined('ada'), 'ada', BEGIN);
    expect(joinProduct(over, 'ada', BEGIN + 1)).toMatchObject({ round: 2, joined: ['ada'], endedAt: null });
    const dead = giveBlock(joined('ada'), 'ada', BEGIN).product;
    expect(joinProduct(dead, 'ben', BEGIN + 1_000).round).toBe(1);
    expect(joinProduct(dead, 'ben', BEGIN + 60_000)).toMatchObject({ round: 2, joined: ['ben'] });
  });
});
