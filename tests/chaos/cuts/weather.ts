import { createRandom, type Random } from '@/engine/random';

/** Which way frames go on a link, seen from the student. */
export type Way = 'up' | 'down';

/** A time during which nothing gets through a link, one way or both; milliseconds since the weather began. */
export interface Cut {
  link: number;
  from: number;
  until: number;
  ways: readonly Way[];
}

export interface WeatherPlan {
  seed: number;
  /** Numbered from 1. */
  links: number;
  cuts: readonly Cut[];
}

const SHORTEST_MS = 1_000;
/** Between two cuts of a link. */
const CALM_MS = { least: 3_000, most: 12_000 };
/** Two of four cuts are of both ways; where answers alone are lost, what was stored is sent again. */
const WAYS: readonly Cut['ways'][] = [['up', 'down'], ['up', 'down'], ['down'], ['up']];
/** The share of frames that is lost when there is no cut, and how long the others take: each its own time, so that they overtake one another. */
const LOSS = 0.02;
const DELAY_MS = { least: 5, most: 45 };

/** Deals `count` cuts of 1 s to `longestMs` to the links, one after the other on each. Of each length there are as many. */
export function drawCuts(count: number, links: number, longestMs: number, seed: number): Cut[] {
  const random = createRandom(seed);
  const lengths = Array.from(
    { length: count },
    (_, index) => SHORTEST_MS + ((longestMs - SHORTEST_MS) * (index + random.uniform())) / count,
  );
  random.shuffle(lengths);
  const free = Array.from({ length: links }, () => 0);
  return lengths.map((length, index) => {
    const link = index % links;
    const from = free[link]! + between(CALM_MS, random);
    free[link] = from + length;
    return { link: link + 1, from, until: from + length, ways: WAYS[random.int(WAYS.length)]! };
  });
}

/** What becomes of each frame: pure, drawn from the plan's seed. */
export class Weather {
  private readonly random: Random;

  constructor(private readonly plan: WeatherPlan) {
    this.random = createRandom(plan.seed, 1);
  }

  /** Milliseconds that a frame takes; null: it is lost. */
  delayOf(link: number, way: Way, now: number): number | null {
    const isCut = this.plan.cuts.some(
      (cut) => cut.link === link && cut.ways.includes(way) && now >= cut.from && now < cut.until,
    );
    return isCut || this.random.uniform() < LOSS ? null : between(DELAY_MS, this.random);
  }
}

const between = ({ least, most }: { least: number; most: number }, random: Random) =>
  least + (most - least) * random.uniform();
