import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ServerProcess } from '@/people/server-process';
import { createTeacher } from '@/people/teacher';
import { LESSON } from '@/tests/live/class-server';

/** Who else has an account on the machine of the server reads nothing of a class there. */
const forOthers = (at: string) => statSync(at).mode & 0o077;

test('the data folder and all that is made in it are for the server’s user alone, in a folder of before, too', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'perceptroom-open-'));
  // As older servers left it.
  chmodSync(dataDir, 0o755);
  writeFileSync(path.join(dataDir, 'notes.txt'), '', { mode: 0o644 });
  const server = await ServerProcess.start({ dataDir });
  try {
    await (await createTeacher(server.origin)).createClass(LESSON);
    expect(forOthers(dataDir)).toBe(0);
    const made = readdirSync(dataDir).filter((name) => name !== 'notes.txt');
    expect(made).toEqual(expect.arrayContaining(['perceptroom.db', 'perceptroom.db-wal', 'secret']));
    expect(made.filter((name) => forOthers(path.join(dataDir, name)) !== 0)).toEqual([]);
  } finally {
    await server.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
