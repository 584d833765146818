import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Failures } from '@/server/verify/failures';

const id = (index: number) => index.toString(16).padStart(32, '0');

describe('submissions that came to nothing', () => {
  let folder = '';
  const fileIn = () => {
    folder = mkdtempSync(path.join(tmpdir(), 'perceptroom-failures-'));
    return path.join(folder, 'failed-submissions');
  };
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are counted by student, and still after a restart', async () => {
    const file = fileIn();
    const first = new Failures(file);
    await first.read();
    expect(first.of(id(1))).toBeNull();
    for (const at of [10, 20, 30]) await first.note(id(1), at);
    await first.note(id(2), 15);
    const second = new Failures(file);
    await second.read();
    expect(second.of(id(1))).toEqual({ count: 3, at: 30 });
    expect(second.of(id(2))).toEqual({ count: 1, at: 15 });
    await second.note(id(1), 40);
    const third = new Failures(file);
    await third.read();
    expect(third.of(id(1))).toEqual({ count: 4, at: 40 });
  });

  it('a line that was cut off, or is none, is left out', async () => {
    const file = fileIn();
    await new Failures(file).note(id(1), 10);
    appendFileSync(file, `nonsense\n${id(2)} soon\n${id(3).slice(0, 7)}`);
    const next = new Failures(file);
    await next.read();
    expect(next.of(id(1))).toEqual({ count: 1, at: 10 });
    expect(next.of(id(2))).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe(`${id(1)} 10\n`);
  });

  it('count on where they cannot be written down', async () => {
    fileIn();
    const failures = new Failures(path.join(folder, 'nowhere', 'file'));
    await failures.note(id(1), 10);
    expect(failures.of(id(1))).toEqual({ count: 1, at: 10 });
  });
});
