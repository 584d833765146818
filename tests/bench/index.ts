/**
 * `npm run bench -- NAME [--json] [options]`: measures and prints; never judges. With `--json` the last line of standard
 * output is one JSON object (docs/measurements.md says what each figure means).
 */
const BENCHES: Record<string, () => Promise<{ run: (args: string[]) => Promise<object> }>> = {
  answers: () => import('./answers'),
  append: () => import('./append'),
  attacks: () => import('./attacks'),
  compare: () => import('./compare'),
  console: () => import('./console'),
  doctor: () => import('./doctor'),
  files: () => import('./files'),
  guard: () => import('./guard'),
  live: () => import('./live'),
  page: () => import('./page'),
  race: () => import('./race'),
  review: () => import('./review'),
  together: () => import('./together'),
  'together-facts': () => import('./together-facts'),
  'together-load': () => import('./together-load'),
  'audit-facts': () => import('./audit-facts'),
  'hidden-facts': () => import('./hidden-facts'),
  'knob-facts': () => import('./knob-facts'),
  'leak-facts': () => import('./leak-facts'),
  'relay-facts': () => import('./relay-facts'),
  'rounds-facts': () => import('./rounds-facts'),
  training: () => import('./training'),
  verify: () => import('./verify'),
};

export {};

const [name = '', ...args] = process.argv.slice(2);
const load = BENCHES[name];
if (!load) {
  console.error(`Which one? npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  process.exit(1);
}
const { run } = await load();
const figures = await run(args.filter((argument) => argument !== '--json'));
if (args.includes('--json')) console.log(JSON.stringify(figures));
else console.dir(figures, { depth: null });
process.exit(0);
