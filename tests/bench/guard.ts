/** `npm run bench -- guard`: what may not become dearer (`guard/guarded.ts`), each over its reference. */
import { appendFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { GUARDED, type Guarded } from './guard/guarded';
import { round } from './percentiles';

const FIGURES = fileURLToPath(new URL('../../docs/figures.csv', import.meta.url));

/** `--only NAME`; `--record` writes the figures down, with the day, in docs/figures.csv. */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, record: { type: 'boolean', default: false } },
  });
  const figures: Record<string, { over: number; most: number }> = {};
  for (const [name, { measure, most }] of Object.entries<Guarded>(GUARDED))
    if (!values.only || name === values.only) figures[name] = { over: round(await measure(), 3), most };
  if (values.record) {
    const day = new Date().toISOString().slice(0, 10);
    const lines = Object.entries(figures).map(([name, { over }]) => `${day},${name},${over}\n`);
    await appendFile(FIGURES, lines.join(''));
  }
  return figures;
}
