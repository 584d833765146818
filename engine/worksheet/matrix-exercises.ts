import { dealFactors, handProduct, type Matrix } from '@/engine/compute/hand-product';
import type { Random } from '@/engine/random';
import { asked, type PaperCell, type PaperExercise, rounded, shown, word } from './paper-exercise';

/** A matrix of two rows times one of two columns, cell by cell. */
export function smallProduct(random: Random): PaperExercise {
  const factors = dealFactors(random, 2, 3, 2, -2);
  const table = (title: string, matrix: Matrix, cell: (value: number) => PaperCell) => ({
    title,
    heads: [],
    rows: matrix.map((row) => row.map(cell)),
  });
  return {
    lines: ['cᵢⱼ = aᵢ₁ b₁ⱼ + aᵢ₂ b₂ⱼ + aᵢ₃ b₃ⱼ'],
    tables: [
      table('A', factors.a, shown),
      table('B', factors.b, shown),
      table('C = A · B', handProduct(factors), asked),
    ],
  };
}

/** How the work grows: n rows, n² cells, n multiplications and n − 1 additions in each. */
export function countOperations(random: Random): PaperExercise {
  const sizes = [2, 3 + random.int(6), 10, 100];
  return {
    lines: [],
    tables: [
      {
        heads: (['rows', 'multiplications', 'additions'] as const).map(word),
        rows: sizes.map((n) => [shown(n), asked(n ** 3), asked(n * n * (n - 1))]),
      },
    ],
  };
}

/** Seven times of the same work, one of them with a hiccup: the one in the middle, and the mean. Milliseconds. */
export function middleTime(random: Random): PaperExercise {
  const usual = 12 + random.int(9);
  const times = Array.from({ length: 6 }, () => usual + random.int(5));
  const measured = random.shuffle([...times, usual * (6 + random.int(5))]);
  const median = [...measured].sort((one, other) => one - other)[3]!;
  const mean = rounded(measured.reduce((sum, time) => sum + time, 0) / measured.length, 1);
  return {
    lines: [],
    tables: [
      {
        heads: [...measured.map((_, at) => at + 1), word('median'), word('mean')],
        rows: [[...measured.map(shown), asked(median), asked(mean)]],
      },
    ],
  };
}
