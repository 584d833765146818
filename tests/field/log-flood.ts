/** Logs far more than a pipe holds while nobody reads, then says on the other stream that it is still there. */
import { writeSync } from 'node:fs';
import { logFor } from '@/server/log';

const log = logFor('flood');
for (let n = 0; n < 2_000; n += 1) log.info({ line: 'x'.repeat(500) }, 'again');
writeSync(2, 'alive');
// When somebody reads at last, the next line is preceded by what is missing.
process.stdin.once('data', () => {
  log.info('the end');
  process.exit(0);
});
