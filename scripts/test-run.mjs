/** What `npm test` decides and says about a run, apart from running it. */

/** Words of the command line that leave the run whole: all else asks for some tests, and then the code is not checked. */
const LEAVE_WHOLE = /^--(?:reporter|bail|no-color|silent|maxWorkers)\b/;

/** Whether the checks of the code belong to a run: to a whole one, and to the first of several shards. */
export function checksBelong(args) {
  for (let index = 0; index < args.length; index += 1) {
    const [name, joined] = args[index].split('=', 2);
    if (name === '--shard') {
      const shard = joined ?? args[++index];
      if (!shard?.startsWith('1/')) return false;
    } else if (!LEAVE_WHOLE.test(args[index])) return false;
    else if (joined === undefined && args[index + 1]?.startsWith('-') === false) index += 1;
  }
  return true;
}

/** So many of the slowest files are named at the end of a run. */
const SLOWEST = 10;

/**
 * The last lines of a run: which checks failed, its slowest files, and last of all the counts. What cannot be counted, such as a
 * file that does not load or a build that fails, is a failure: it must not look like a success.
 */
export function closingLines({ checks, failedChecks, report, ok }) {
  const { passed = 0, failed = 0, skipped = 0, files = [] } = report ?? {};
  const slowest = [...files].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  const failures = failed + failedChecks.length;
  const counts = [
    `${passed + checks - failedChecks.length} passed`,
    `${failures === 0 && !ok ? 1 : failures} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  return [
    ...failedChecks.map((label) => `FAILED ${label}`),
    ...(slowest.length > 1 ? ['The slowest files, in seconds:'] : []),
    ...(slowest.length > 1
      ? slowest.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)}  ${file}`)
      : []),
    counts.join(', '),
  ];
}
