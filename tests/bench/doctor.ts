import { startNodeBackend } from '@/engine/verify/start-node-backend';
import type { FindingKind } from '@/protocol/finding';
import { HEALTHY_PICTURES, ILL_PICTURES } from '@/tests/engine/doctor/picture-wards';
import { isRight, roundOnPictures, roundOnPlane } from '@/tests/engine/doctor/rounds';
import { HEALTHY, ILL } from '@/tests/engine/doctor/wards';

/** None of these was used to find a threshold. */
const SEEDS = Array.from({ length: 10 }, (_, i) => 11 + i);

interface Row {
  bench: 'plane' | 'pictures';
  name: string;
  ails: readonly FindingKind[];
  right: number;
  of: number;
  said: Partial<Record<FindingKind, number>>;
}

/** `npm run bench -- doctor`: the table of docs/doctor.md. */
export async function run(): Promise<object> {
  await startNodeBackend('wasm');
  const rows: Row[] = [];
  const add = async (
    bench: Row['bench'],
    { name, ails }: { name: string; ails: readonly FindingKind[] },
    round: (seed: number) => Set<FindingKind> | Promise<Set<FindingKind>>,
  ) => {
    const row: Row = { bench, name, ails, right: 0, of: SEEDS.length, said: {} };
    for (const seed of SEEDS) {
      const said = await round(seed);
      if (isRight(ails, said)) row.right++;
      for (const kind of said) row.said[kind] = (row.said[kind] ?? 0) + 1;
    }
    rows.push(row);
    const words = Object.entries(row.said).map(([kind, count]) => `${kind} ${count}`);
    console.log(
      `| ${name} | ${ails.join(' or ') || '–'} | ${row.right} of ${row.of} | ${words.join(', ') || '–'} |`,
    );
  };
  for (const patient of [...HEALTHY, ...ILL])
    await add('plane', patient, (seed) => roundOnPlane(patient, seed));
  for (const patient of [...HEALTHY_PICTURES, ...ILL_PICTURES])
    await add('pictures', patient, (seed) => roundOnPictures(patient, seed));
  const of = (healthy: boolean) => {
    const some = rows.filter(({ ails }) => (ails.length === 0) === healthy);
    return {
      runs: some.length * SEEDS.length,
      right: some.reduce((sum, { right }) => sum + right, 0),
    };
  };
  return { healthy: of(true), ill: of(false), rows };
}
