import { describe, expect, it } from 'vitest';
import { checksBelong, closingLines } from '@/scripts/test-run.mjs';

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

describe('the last lines', () => {
  const report = { passed: 40, failed: 0, skipped: 0, files: [] };
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
    const files = Array.from({ length: 12 }, (_, index) => ({
      file: `tests/${index}.test.ts`,
      seconds: index,
    }));
    const lines = closingLines({ checks: 0, failedChecks: [], report: { ...report, files }, ok: true });
    expect(lines).toHaveLength(12);
    expect(lines[1]).toBe('   11.0  tests/11.test.ts');
    expect(lines[10]).toBe('    2.0  tests/2.test.ts');
  });
});
