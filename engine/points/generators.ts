import type { Random } from '@/engine/random';
import { type LabelledPoint, PLANE, type PointSet, packPointSet, type Task } from './point-set';

/** A kind of point set: how one point of a class is drawn. A new kind is one more row. */
export interface PointGenerator {
  task: Task;
  /** 0 for regression. */
  classes: number;
  /**
   * Draws a point. Noise is between 0 and 0.5: in classification it moves the point, whose class stays what it was; in
   * regression it moves the value.
   * @param wanted the class to draw (0 in regression)
   */
  draw(wanted: number, noise: number, random: Random): LabelledPoint;
}

/** Most that noise may be: half. */
export const MOST_NOISE = 0.5;

function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}

/** Moves a point by up to `reach` × noise each way. */
function shaken(
  x: number,
  y: number,
  label: number,
  reach: number,
  noise: number,
  random: Random,
): LabelledPoint {
  return {
    x: x + between(random, -reach, reach) * noise,
    y: y + between(random, -reach, reach) * noise,
    label,
  };
}

/** Class 1 a disc, class 0 a ring around it. */
const circle: PointGenerator = {
  task: 'classification',
  classes: 2,
  draw(wanted, noise, random) {
    const radius = wanted === 1 ? between(random, 0, 2.5) : between(random, 3.5, 5);
    const angle = between(random, 0, 2 * Math.PI);
    return shaken(radius * Math.cos(angle), radius * Math.sin(angle), wanted, 5, noise, random);
  },
};

/** Class 1 where exactly one of x and y is positive. A gap of 0.3 beside the axes. */
const xor: PointGenerator = {
  task: 'classification',
  classes: 2,
  draw(wanted, noise, random) {
    const right = random.int(2) === 1;
    const up = right === (wanted === 0);
    const x = between(random, 0.3, 5) * (right ? 1 : -1);
    const y = between(random, 0.3, 5) * (up ? 1 : -1);
    return shaken(x, y, wanted, 5, noise, random);
  },
};

/** Clouds around the corners of a regular polygon; noise makes them wider. */
function clouds(classes: number, distance: number): PointGenerator {
  return {
    task: 'classification',
    classes,
    draw(wanted, noise, random) {
      const angle = Math.PI / 4 + ((wanted + 1) * 2 * Math.PI) / classes;
      const width = 0.7 + 2.6 * noise;
      return {
        x: distance * Math.cos(angle) + width * random.normal(),
        y: distance * Math.sin(angle) + width * random.normal(),
        label: wanted,
      };
    },
  };
}

/** Arms that wind outwards, one a class. */
function spiral(arms: number, turns: number): PointGenerator {
  return {
    task: 'classification',
    classes: arms,
    draw(wanted, noise, random) {
      const along = random.uniform();
      const angle = 2 * Math.PI * (turns * along + wanted / arms);
      const radius = 5 * along;
      return shaken(radius * Math.sin(angle), radius * Math.cos(angle), wanted, 1.2, noise, random);
    },
  };
}

/** Two half circles that reach into each other. */
const moons: PointGenerator = {
  task: 'classification',
  classes: 2,
  draw(wanted, noise, random) {
    const angle = Math.PI * random.uniform();
    const side = wanted === 1 ? 1 : -1;
    const x = side * (3 * Math.cos(angle) - 1.5);
    const y = side * (3 * Math.sin(angle) - 0.9);
    return shaken(x, y, wanted, 3, noise, random);
  },
};

/** The value rises evenly along the diagonal, −1 to 1. */
const plane: PointGenerator = {
  task: 'regression',
  classes: 0,
  draw(_wanted, noise, random) {
    const x = between(random, -PLANE, PLANE);
    const y = between(random, -PLANE, PLANE);
    return { x, y, label: (x + y) / (2 * PLANE) + between(random, -1, 1) * noise };
  },
};

/** Hills and hollows side by side: x, y, height. */
const HILLS = [
  [-4, 2.5, 1],
  [0, 2.5, -1],
  [4, 2.5, 1],
  [-4, -2.5, -1],
  [0, -2.5, 1],
  [4, -2.5, -1],
] as const;

/** The sum of six bells of width 1.1. */
const hills: PointGenerator = {
  task: 'regression',
  classes: 0,
  draw(_wanted, noise, random) {
    const x = between(random, -PLANE, PLANE);
    const y = between(random, -PLANE, PLANE);
    let label = between(random, -1, 1) * noise;
    for (const [cx, cy, height] of HILLS) {
      label += height * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * 1.1 * 1.1));
    }
    return { x, y, label };
  },
};

export const POINT_GENERATORS = {
  circle,
  xor,
  gaussians: clouds(2, 2.8),
  spiral: spiral(2, 1.75),
  moons,
  'three-gaussians': clouds(3, 3.2),
  'four-gaussians': clouds(4, 3.4),
  'three-spiral': spiral(3, 1),
  plane,
  hills,
} as const satisfies Record<string, PointGenerator>;

export type PointSetId = keyof typeof POINT_GENERATORS;
export const POINT_SET_IDS = Object.keys(POINT_GENERATORS) as PointSetId[];

/**
 * Draws a point set; classes in equal numbers (the first ones have one more where it does not come out even).
 * @param count at least 1
 * @param noise 0 to 0.5
 */
export function drawPoints(id: PointSetId, count: number, noise: number, random: Random): PointSet {
  const generator: PointGenerator = POINT_GENERATORS[id];
  const points = Array.from({ length: count }, (_, i) =>
    generator.draw(generator.classes > 0 ? i % generator.classes : 0, noise, random),
  );
  return packPointSet(generator.task, generator.classes, points);
}
