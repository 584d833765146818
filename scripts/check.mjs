/** `npm run check`: format and lint, types, import rules and unit tests. Run it before every commit. */
import { CODE_CHECKS, programOf, runChecks } from './checks.mjs';
import { generateClients } from './prisma-generate.mjs';

generateClients();
const failed = await runChecks([
  ...CODE_CHECKS,
  [
    'import rules and unit tests',
    [programOf('vitest', 'vitest.mjs'), 'run', '--project', 'unit', '--project', 'engine', '--reporter=dot'],
  ],
]);
process.exit(failed.length === 0 ? 0 : 1);
