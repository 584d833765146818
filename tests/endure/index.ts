/**
 * `npm run endure -- [--hours 8] [--students 20] [--leak BYTES] [--json]`: hours of lessons at the built server as fast as it takes them, and whether it
 * holds more after each. `--leak`: the control alone, a server that keeps so much of each request. Without it, the control follows with 20,000 bytes
 * over the same hours. Exits with 1 where the interval of the slope lies above the bound, or where the control is not told from it.
 */
import { parseArgs } from 'node:util';
import { endure } from './endure';

/** MB an hour that nobody would notice in a school's year. */
const BOUND_MB = 0.25;
const LEAK_BYTES = 20_000;

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '8' },
    students: { type: 'string', default: '20' },
    leak: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [hours, students] = [Number(values.hours), Number(values.students)];
const real = values.leak === undefined ? await endure(hours, students) : null;
const control = await endure(hours, students, Number(values.leak ?? LEAK_BYTES));
const figures = { real, control };
if (values.json) console.log(JSON.stringify(figures));
else console.dir(figures, { depth: null });
const isFlat = real === null || real.heapMbAnHour.from < BOUND_MB;
const isSeen = control.heapMbAnHour.from > (real?.heapMbAnHour.to ?? 0);
process.exit(isFlat && isSeen ? 0 : 1);
