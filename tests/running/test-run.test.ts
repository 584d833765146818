import { describe, expect, it } from 'vitest';
import {
  checksBelong,
  closingLines,
  type FileReport,
  filesToRunAgain,
  type RunReport,
  withSecondLook,
} from '@/scripts/test-run.mjs';

describe('whether the code is checked', () => {
  it.each([[], ['--shard', '1/2'], ['--shard=1/3'], ['--bail', '1'], ['--reporter=verbose']])(
    'a whole run, %j',
    (...args: string[]) => expect(checksBelong(args)).toBe(true),
  );

  it.each([
    ['tests/live/door.test.ts'],
    ['--project', 'live'],
    ['--project=live'],
    ['-t', 'a name'],
    ['--shard', '2/2'],
    ['--shard=2/3'],
    ['--shard', '1/2', '--project', 'live'],
    ['--bail', '1', 'tests/live'],
  ])('a part of it, %j', (...args: string[]) => expect(checksBelong(args)).toBe(false));
});

function fileReport(file: string, seconds = 1, failed = 0, project = 'live'): FileReport {
  const failures = Array.from({ length: failed }, (_, index) => `test ${index}: in vain`);
  return { file, seconds, project, passed: 3, failed, skipped: 1, failures, ok: failed === 0 };
}

function reportOf(...files: FileReport[]): RunReport {
  const sum = (count: 'passed' | 'failed' | 'skipped') =>
    files.reduce((total, file) => total + file[count], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), errors: [], files };
}

describe('a second look', () => {
  const well = fileReport('well');
  const ill = (name: string, project?: string) => fileReport(name, 1, 2, project);
  const again = (report: RunReport | null, failedChecks: string[] = []) =>
    filesToRunAgain({ report, failedChecks });

  const stray = (file: string | null) => ({ file, message: 'a line was cut' });

  it('is taken at a few files, also where only their preparation failed or something went wrong beside their tests', () => {
    expect(again(reportOf(well, ill('a'), { ...well, file: 'b', ok: false }))).toEqual(['a', 'b']);
    expect(again({ ...reportOf(well, ill('a')), errors: [stray('a'), stray('well')] })).toEqual([]);
    const report = reportOf(well, fileReport('c'), ill('a'));
    expect(again({ ...report, errors: [stray('a'), stray('well')] })).toEqual(['a', 'well']);
  });

  it('is not taken where the checks failed or nobody knows where, nor at many, nor without need', () => {
    expect(again(reportOf(well))).toEqual([]);
    expect(again(null)).toEqual([]);
    // It was alone already.
    expect(again(reportOf(ill('a')))).toEqual([]);
    expect(again(reportOf(well, ...Array.from({ length: 11 }, (_, index) => ill(`${index}`))))).toEqual([]);
    expect(again(reportOf(well, ill('a')), ['types'])).toEqual([]);
    expect(again({ ...reportOf(well, ill('a')), errors: [stray(null)] })).toEqual([]);
  });

  it('takes what went wrong beside the tests from the second time, and names the file', () => {
    const first = { ...reportOf(well, fileReport('a'), fileReport('b')), errors: [stray('a'), stray('b')] };
    const report = withSecondLook(first, reportOf(fileReport('a')));
    expect(report).toMatchObject({ errors: [stray('b')], unsteady: ['a'] });
    const again = withSecondLook(report, { ...reportOf(fileReport('b')), errors: [stray('b')] });
    expect(again).toMatchObject({ errors: [stray('b')], unsteady: ['a'] });
    expect(closingLines({ checks: 0, failedChecks: [], report: again, ok: false }).slice(-3)).toEqual([
      'FAILED outside of any test, while b ran: a line was cut',
      'FAILED beside the others and passed alone: a',
      '9 passed, 1 failed, 3 skipped',
    ]);
  });

  it('counts what it saw, and names what passed only alone', () => {
    const first = reportOf(well, ill('a'), ill('b'));
    const report = withSecondLook(first, reportOf(fileReport('a'), ill('b')));
    expect(report).toMatchObject({ passed: 9, failed: 2, skipped: 3, unsteady: ['a'] });
    expect(withSecondLook(report, reportOf(fileReport('b')))).toMatchObject({
      failed: 0,
      unsteady: ['a', 'b'],
    });
    expect(closingLines({ checks: 0, failedChecks: [], report, ok: false }).slice(-4)).toEqual([
      'FAILED b: test 0: in vain',
      'FAILED b: test 1: in vain',
      'FAILED beside the others and passed alone: a',
      '9 passed, 2 failed, 3 skipped',
    ]);
  });
});

describe('the last lines', () => {
  const report: RunReport = { passed: 40, failed: 0, skipped: 0, errors: [], files: [] };
  const last = (run: Parameters<typeof closingLines>[0]) => closingLines(run).at(-1);

  it('count checks as tests', () => {
    expect(last({ checks: 2, failedChecks: [], report, ok: true })).toBe('42 passed, 0 failed');
    expect(closingLines({ checks: 2, failedChecks: ['types'], report, ok: false })).toEqual([
      'FAILED types',
      '41 passed, 1 failed',
    ]);
  });

  it('never say that nothing failed when something did', () => {
    expect(last({ checks: 0, failedChecks: [], report, ok: false })).toBe('40 passed, 1 failed');
    expect(last({ checks: 0, failedChecks: [], report: null, ok: false })).toBe('0 passed, 1 failed');
    expect(last({ checks: 2, failedChecks: ['types'], report: null, ok: false })).toBe('1 passed, 1 failed');
  });

  it('name what was skipped', () => {
    expect(last({ checks: 0, failedChecks: [], report: { ...report, skipped: 3 }, ok: true })).toBe(
      '40 passed, 0 failed, 3 skipped',
    );
  });

  it('name the ten slowest files, slowest first', () => {
    const files = Array.from({ length: 12 }, (_, index) => fileReport(`tests/${index}.test.ts`, index));
    const lines = closingLines({ checks: 0, failedChecks: [], report: { ...report, files }, ok: true });
    expect(lines).toHaveLength(12);
    expect(lines[1]).toBe('   11.0  tests/11.test.ts');
    expect(lines[10]).toBe('    2.0  tests/2.test.ts');
  });
});
