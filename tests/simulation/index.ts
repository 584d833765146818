/**
 * `npm run simulate -- --classes N [--seed S] [--bug NAME] [--log] [--json]`: holds N simulated classes, each from a seed of its own (S, S + 1, …;
 * without S they begin anywhere), and says which of them broke a promise. With the name of a planted bug, or a part of it, it looks for that.
 */
import { parseArgs } from 'node:util';
import { PLANTED_BUGS } from './planted-bugs';
import { simulateClass } from './simulate-class';

const { values } = parseArgs({
  options: {
    classes: { type: 'string', default: '100' },
    seed: { type: 'string' },
    bug: { type: 'string' },
    log: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const planted = values.bug === undefined ? null : PLANTED_BUGS.find(({ name }) => name.includes(values.bug!));
if (planted === undefined) throw new Error(`no such bug: ${PLANTED_BUGS.map(({ name }) => name).join('; ')}`);

let isStopped = false;
// A long run that is ended says what it has found.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (isStopped = true));

const begun = performance.now();
const sums: Record<string, number> = {};
const broken: { seed: number; violations: readonly string[] }[] = [];
let held = 0;
for (; held < Number(values.classes) && !isStopped; held += 1) {
  const { seed, violations, counts, log } = await simulateClass(first + held, planted);
  if (values.log) console.log(log.join('\n'));
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
  if (violations.length === 0) continue;
  broken.push({ seed, violations });
  if (!values.json) console.log(`seed ${seed}: ${violations.join('; ')}`);
}
const seconds = Math.round((performance.now() - begun) / 100) / 10;
const { user, system } = process.cpuUsage();
const outcome = {
  classes: held,
  seed: first,
  planted: planted?.name ?? null,
  seconds,
  processorSeconds: Math.round((user + system) / 1e5) / 10,
  ...sums,
};
console.log(values.json ? JSON.stringify({ ...outcome, broken }) : { ...outcome, broken: broken.length });
process.exit(broken.length === 0 ? 0 : 1);
