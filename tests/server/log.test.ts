import { describe, expect, it } from 'vitest';
import { createLogger } from '@/server/log';
import { formatLogLine } from '@/server/log-line';

function collect(readable: boolean) {
  const lines: string[] = [];
  const log = createLogger({ level: 'info', readable, write: (line) => lines.push(line) });
  return { lines, log };
}

describe('the log', () => {
  it('writes one JSON object a line, with level, time and area', () => {
    const { lines, log } = collect(false);
    log.child({ area: 'store' }).info({ runs: 3 }, 'opened');
    expect(lines).toHaveLength(1);
    const entry = JSON.parse(lines[0]!);
    expect(entry).toMatchObject({ level: 'info', area: 'store', runs: 3, msg: 'opened' });
    expect(Number.isFinite(Date.parse(entry.time))).toBe(true);
  });

  it('leaves out what is below its level', () => {
    const { lines, log } = collect(false);
    log.debug('x');
    expect(lines).toEqual([]);
  });

  it('I16: never writes secrets or what tells who somebody is', () => {
    const { lines, log } = collect(false);
    log.info({
      email: 'PRIVATE',
      student: { nickname: 'PRIVATE', secretHash: 'PRIVATE' },
      request: { headers: { cookie: 'PRIVATE' }, ip: 'PRIVATE' },
    });
    expect(lines[0]).not.toContain('PRIVATE');
    expect(lines[0]).toContain('[private]');
  });

  it('is readable in a terminal: one line, and the stack below an error', () => {
    const { lines, log } = collect(true);
    log.child({ area: 'live' }).warn({ students: 2, classId: 'abc' }, 'slow');
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d ▲ \[live\] slow students=2 classId=abc\n$/);
    log.error({ err: new Error('broken') }, 'failed');
    expect(lines[1]).toContain('failed\n  Error: broken\n      at ');
  });

  it('passes text that is no JSON', () => {
    expect(formatLogLine('plain\n')).toBe('plain\n');
  });
});
