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

/** Where more files fail, it is not the machine. */
const MOST_AGAIN = 10;

/**
 * The files to be run once more, alone: a few that did not pass beside the others, which a loaded machine can keep from what they wait for, or
 * during which something went wrong outside of any test. None where the checks of the code failed. What passes then is named at the end of
 * the run all the same.
 */
export function filesToRunAgain({ report, failedChecks }) {
  const { files = [], errors = [] } = report ?? {};
  const failed = new Set([
    ...files.filter(({ ok }) => !ok).map(({ file }) => file),
    ...errors.map(({ file }) => file),
  ]);
  const isWorth = failed.size < files.length && failed.size <= MOST_AGAIN && failedChecks.length === 0;
  return isWorth && !failed.has(null) ? [...failed] : [];
}

/** What a run came to, with the files that were run again as they came out the second time; those that passed then are `unsteady`. */
export function withSecondLook(first, second) {
  const again = new Map(second.files.map((file) => [file.file, file]));
  const files = first.files.map((file) => again.get(file.file) ?? file);
  const sum = (count) => files.reduce((total, file) => total + file[count], 0);
  const isWell = ({ file, ok }) => ok && second.errors.every((error) => error.file !== file);
  return {
    ...{ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') },
    errors: [...first.errors.filter(({ file }) => !again.has(file)), ...second.errors],
    files,
    unsteady: [...(first.unsteady ?? []), ...second.files.filter(isWell).map(({ file }) => file)],
  };
}

/** So many of the slowest files are named at the end of a run. */
const SLOWEST = 10;

/**
 * The last lines of a run: which checks failed, its slowest files, which tests failed, what passed only alone, and last of all the counts. What cannot be counted, such as a
 * file that does not load or a build that fails, is a failure: it must not look like a success.
 */
export function closingLines({ checks, failedChecks, report, ok }) {
  const { passed = 0, failed = 0, skipped = 0, files = [], errors = [], unsteady = [] } = report ?? {};
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
    ...files.flatMap(({ file, failures }) => failures.map((failure) => `FAILED ${file}: ${failure}`)),
    ...errors.map(
      ({ file, message }) => `FAILED outside of any test, while ${file ?? 'no file'} ran: ${message}`,
    ),
    ...unsteady.map((file) => `FAILED beside the others and passed alone: ${file}`),
    counts.join(', '),
  ];
}
