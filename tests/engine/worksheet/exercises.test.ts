import { describe, expect, test } from 'vitest';
import type { PaperCell, PaperExercise } from '@/engine/worksheet/paper-exercise';
import { dealPaperExercise, PAPER_EXERCISE_IDS, type PaperExerciseId } from '@/engine/worksheet/registry';

/** The key is worked out once more here, by hand as a student would, from what the sheet shows alone. */
const SEEDS = Array.from({ length: 40 }, (_, at) => at + 1);

const numberOf = ({ value }: PaperCell): number => {
  if (typeof value === 'number') return value;
  throw new Error(`no number: ${JSON.stringify(value)}`);
};
const numbersOf = (cells: readonly PaperCell[]) => cells.map(numberOf);
/** The values that stand behind “=” signs of a line. */
const valuesIn = (line: string) =>
  [...line.matchAll(/= (−?)(\d+(?:\.\d+)?)/g)].map(([, minus, size]) => Number(size) * (minus ? -1 : 1));

function each(id: PaperExerciseId, look: (exercise: PaperExercise, seed: number) => void) {
  for (const seed of SEEDS) look(dealPaperExercise(id, seed), seed);
}
const near = (given: number, right: number, digits = 4) => expect(given).toBeCloseTo(right, digits);

describe('every exercise', () => {
  test.each(PAPER_EXERCISE_IDS)('%s is the same for the same number, and another for another', (id) => {
    expect(dealPaperExercise(id, 7)).toEqual(dealPaperExercise(id, 7));
    const dealt = new Set(SEEDS.map((seed) => JSON.stringify(dealPaperExercise(id, seed))));
    // Paper to draw on is the same whatever the number.
    expect(dealt.size).toBeGreaterThanOrEqual(id === 'draw-examples' ? 1 : 4);
  });

  test.each(PAPER_EXERCISE_IDS)(
    '%s has tables whose rows fit, numbers that can be written, and something to do',
    (id) => {
      each(id, ({ tables, picture }) => {
        expect(tables.length > 0 || picture !== undefined).toBe(true);
        for (const { heads, rows } of tables) {
          const width = rows[0]!.length;
          for (const row of rows) expect(row).toHaveLength(width);
          if (heads.length > 0) expect(heads).toHaveLength(width);
          for (const { value } of rows.flat()) {
            if (typeof value !== 'number') continue;
            expect(Number.isFinite(value)).toBe(true);
            expect(Object.is(value, -0)).toBe(false);
            expect(Math.abs(value * 1e4 - Math.round(value * 1e4))).toBeLessThan(1e-5);
          }
        }
        if (tables.length > 0)
          expect(tables.flatMap(({ rows }) => rows.flat()).some(({ asked }) => asked)).toBe(true);
      });
    },
  );
});

test('right-by-label: shares of each row and of all', () => {
  each('right-by-label', ({ tables: [table] }) => {
    const [a, b, all] = table!.rows;
    const percent = (right: number, of: number) => `${Math.round((1000 * right) / of) / 10}%`;
    const [aa, ab] = [numberOf(a![1]!), numberOf(a![2]!)];
    const [ba, bb] = [numberOf(b![1]!), numberOf(b![2]!)];
    expect(a![3]!.value).toBe(percent(aa, aa + ab));
    expect(b![3]!.value).toBe(percent(bb, ba + bb));
    expect([all![1]!.value, all![2]!.value]).toEqual([aa + ba, ab + bb]);
    expect(all![3]!.value).toBe(percent(aa + bb, aa + ab + ba + bb));
    expect(bb).toBeLessThan(aa);
  });
});

test('weighted-sums: products, sum, and 1 at or above θ', () => {
  each('weighted-sums', ({ lines, tables: [table], picture }) => {
    const [w1, w2, theta] = valuesIn(lines[0]!);
    expect(picture).toEqual({ kind: 'plane', weights: [w1, w2], threshold: theta });
    const answers = table!.rows.map((row) => {
      const [x1, x2, p1, p2, s, y] = numbersOf(row);
      near(p1!, w1! * x1!);
      near(p2!, w2! * x2!);
      near(s!, p1! + p2!);
      expect(y).toBe(s! >= theta! ? 1 : 0);
      return y;
    });
    expect(new Set(answers).size).toBe(2);
  });
});

test('perceptron-round: each row goes on with what the one before left', () => {
  each('perceptron-round', ({ lines, tables: [table] }) => {
    let [w1, w2, theta] = valuesIn(lines[0]!) as [number, number, number];
    for (const row of table!.rows) {
      const [x1, x2, t, s, y, error, w1After, w2After, thetaAfter] = numbersOf(row) as number[];
      near(s!, w1 * x1! + w2 * x2!);
      expect(y).toBe(s! >= theta ? 1 : 0);
      expect(error).toBe(t! - y!);
      expect([w1After, w2After, thetaAfter]).toEqual([w1 + error! * x1!, w2 + error! * x2!, theta - error!]);
      [w1, w2, theta] = [w1After!, w2After!, thetaAfter!];
    }
  });
});

test('two-layers: A and B from the inputs, Y from A and B', () => {
  each('two-layers', ({ lines, tables: [table] }) => {
    const units = lines.map((line) => {
      const [, a, b, threshold] = /: {2}(−?)[^ ]+ ([+−]) [^ ]+ ≥ (−?[\d.]+)/.exec(line)!;
      return {
        a: a === '−' ? -1 : 1,
        b: b === '−' ? -1 : 1,
        threshold: Number(threshold!.replace('−', '-')),
      };
    });
    const answer = ({ a, b, threshold }: (typeof units)[number], x: number, y: number) =>
      a * x + b * y >= threshold ? 1 : 0;
    for (const row of table!.rows) {
      const [x1, x2, A, B, Y] = numbersOf(row) as number[];
      expect(A).toBe(answer(units[0]!, x1!, x2!));
      expect(B).toBe(answer(units[1]!, x1!, x2!));
      expect(Y).toBe(answer(units[2]!, A!, B!));
    }
  });
});

test.each(['count-weights', 'count-picture-weights'] as const)(
  '%s: inputs × units + units, layer by layer',
  (id) => {
    each(id, ({ lines, tables: [table] }) => {
      const sizes = lines[0]!.split('–').map(Number);
      const layers = table!.rows.slice(0, -1);
      expect(layers).toHaveLength(sizes.length - 1);
      let all = 0;
      layers.forEach((row, at) => {
        const [before, units] = [sizes[at]!, sizes[at + 1]!];
        expect(numbersOf(row)).toEqual([
          at + 1,
          before,
          units,
          before * units,
          units,
          before * units + units,
        ]);
        all += before * units + units;
      });
      expect(numberOf(table!.rows.at(-1)!.at(-1)!)).toBe(all);
    });
  },
);

test('bent-unit: the sum, and nothing below 0', () => {
  each('bent-unit', ({ lines, tables: [table] }) => {
    const [, a, b, c] = /z = (−?[\d.]+) x₁ ([+−] [\d.]+) x₂ ([+−] [\d.]+)/
      .exec(lines[0]!)!
      .map((part) => Number(part.replace('−', '-').replace('+', '').replace(' ', '')));
    for (const row of table!.rows) {
      const [x1, x2, z, relu] = numbersOf(row) as number[];
      near(z!, a! * x1! + b! * x2! + c!);
      expect(relu).toBe(Math.max(0, z!));
    }
  });
});

test('slid-filter: nine products at each place', () => {
  each('slid-filter', ({ tables }) => {
    const [picture, filter, map] = tables.map(({ rows }) => rows.map(numbersOf));
    for (let top = 0; top < 3; top++) {
      for (let left = 0; left < 3; left++) {
        let sum = 0;
        for (let y = 0; y < 3; y++)
          for (let x = 0; x < 3; x++) sum += filter![y]![x]! * picture![top + y]![left + x]!;
        expect(map![top]![left]).toBe(sum);
      }
    }
  });
});

test('squared-errors: differences, squares, and their sum', () => {
  each('squared-errors', ({ tables }) => {
    for (const { rows } of tables) {
      let sum = 0;
      for (const row of rows.slice(0, -1)) {
        const [t, y, difference, square] = numbersOf(row) as number[];
        near(difference!, y! - t!);
        near(square!, difference! ** 2);
        sum += square!;
      }
      near(numberOf(rows.at(-1)!.at(-1)!), sum);
    }
  });
});

test('two-slopes: both losses and their slopes by z, by wiggling z', () => {
  each('two-slopes', ({ tables: [table] }) => {
    for (const row of table!.rows) {
      const [y, squared, cross, squaredSlope, crossSlope] = numbersOf(row) as number[];
      // Three decimals, rounded.
      expect(Math.abs(squared! - y! ** 2)).toBeLessThan(0.00051);
      expect(Math.abs(cross! + Math.log(1 - y!))).toBeLessThan(0.00051);
      const z = Math.log(y! / (1 - y!));
      const at = (by: number) => 1 / (1 + Math.exp(-(z + by)));
      const wiggled = (loss: (y: number) => number) => (loss(at(1e-5)) - loss(at(-1e-5))) / 2e-5;
      expect(Math.abs(squaredSlope! - wiggled((p) => p * p))).toBeLessThan(0.0006);
      expect(Math.abs(crossSlope! - wiggled((p) => -Math.log(1 - p)))).toBeLessThan(0.0006);
    }
  });
});

test('gradient-steps: w − r w, three times, with a rate that slides and one that swings', () => {
  each('gradient-steps', ({ tables, picture }) => {
    const rates = tables.map(({ title }) => valuesIn(String(title))[0]!);
    expect(rates[0]).toBeLessThan(1);
    expect(rates[1]).toBeGreaterThan(1);
    tables.forEach(({ rows }, table) => {
      let w = numberOf(rows[0]![1]!);
      rows.forEach((row, at) => {
        const [step, before, slope, by, after] = numbersOf(row) as number[];
        expect(step).toBe(at + 1);
        near(before!, w, 3);
        near(slope!, before!, 3);
        near(by!, rates[table]! * slope!, 3);
        near(after!, before! - by!, 3);
        w = after!;
      });
      if (table === 1 && picture?.kind === 'valley') near(picture.places.at(-1)!, w, 3);
    });
  });
});

test('slopes-back: each slope from the one before, from the numbers that stand on the sheet', () => {
  each('slopes-back', ({ lines, tables: [table] }) => {
    const [x1, t, w5] = valuesIn(lines[0]!) as number[];
    const [h1, , y] = valuesIn(lines[1]!) as number[];
    const [slopeY, delta3, slopeW5, slopeH1, delta1, slopeW1] = table!.rows.map((row) =>
      numberOf(row.at(-1)!),
    ) as number[];
    near(slopeY!, 2 * (y! - t!), 3);
    near(delta3!, slopeY! * y! * (1 - y!), 3);
    near(slopeW5!, delta3! * h1!, 3);
    near(slopeH1!, w5! * delta3!, 3);
    near(delta1!, slopeH1! * h1! * (1 - h1!), 3);
    near(slopeW1!, delta1! * x1!, 3);
  });
});

test('count-updates: batches an epoch, the last one, all updates', () => {
  each('count-updates', ({ tables: [table] }) => {
    for (const row of table!.rows) {
      const [pictures, batch, epochs, batches, last, updates] = numbersOf(row) as number[];
      expect((batches! - 1) * batch! + last!).toBe(pictures);
      expect(last).toBeGreaterThan(0);
      expect(last).toBeLessThanOrEqual(batch!);
      expect(updates).toBe(batches! * epochs!);
    }
  });
});

test('loop-by-hand: the new weight is used in the next row, and comes nearer', () => {
  each('loop-by-hand', ({ lines, tables: [table] }) => {
    let w = valuesIn(lines[1]!)[0]!;
    const errors = table!.rows.map((row) => {
      const [x, t, y, loss, gradient, after] = numbersOf(row) as number[];
      near(y!, w * x!, 3);
      near(loss!, (y! - t!) ** 2, 2);
      near(gradient!, 2 * (y! - t!) * x!, 2);
      near(after!, w - 0.1 * gradient!, 3);
      w = after!;
      return Math.abs(t! / x! - w);
    });
    expect(errors.at(-1)!).toBeLessThan(errors[0]!);
  });
});

test('small-product: each cell is its row times its column', () => {
  each('small-product', ({ tables }) => {
    const [a, b, c] = tables.map(({ rows }) => rows.map(numbersOf));
    c!.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBe(a![i]![0]! * b![0]![j]! + a![i]![1]! * b![1]![j]! + a![i]![2]! * b![2]![j]!);
      });
    });
  });
});

test('count-operations: counted one by one', () => {
  each('count-operations', ({ tables: [table] }) => {
    for (const row of table!.rows) {
      const [n, multiplications, additions] = numbersOf(row) as number[];
      let [times, plus] = [0, 0];
      for (let cell = 0; cell < n! * n!; cell++) {
        times += n!;
        plus += n! - 1;
      }
      expect([multiplications, additions]).toEqual([times, plus]);
    }
  });
});

test('middle-time: as many before it as after it; the hiccup moves the mean alone', () => {
  each('middle-time', ({ tables: [table] }) => {
    const all = numbersOf(table!.rows[0]!);
    const [times, median, mean] = [all.slice(0, 7), all[7]!, all[8]!];
    expect(times.filter((time) => time < median).length).toBeLessThanOrEqual(3);
    expect(times.filter((time) => time > median).length).toBeLessThanOrEqual(3);
    near(mean, times.reduce((sum, time) => sum + time, 0) / 7, 0);
    expect(mean).toBeGreaterThan(median + 5);
  });
});
