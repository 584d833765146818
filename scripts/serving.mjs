/**
 * Who serves from this folder: a build takes the pages away from under a server that runs, which then answers with pages whose
 * scripts are gone. Each server leaves a file with its process number in dist/serving; one that was killed is told by its beginning.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../dist/serving', import.meta.url));

/** Says that this process serves, until it ends. */
export function sayServing(folder = FOLDER) {
  const file = path.join(folder, String(process.pid));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, markOf(process.pid, folder));
    process.on('exit', () => rmSync(file, { force: true }));
  } catch {
    // A folder that may not be written to is built by nobody either.
  }
}

/** The process numbers of the servers that run from this folder. What others have left behind is cleared away. */
export function serversRunning(folder = FOLDER) {
  let names = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => {
      if (Number(name) === process.pid) return false;
      if (isServing(Number(name), folder, readFileSync(path.join(folder, name), 'utf8'))) return true;
      rmSync(path.join(folder, name), { force: true });
      return false;
    })
    .map(Number);
}

function isServing(pid, folder, mark) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return mark === markOf(pid, folder);
}

/** Tells a process from another with the same number, and a folder from a copy of it. */
const markOf = (pid, folder) => JSON.stringify({ folder, began: beginningOf(pid) });

/** When a process began, by the kernel's count (field 22 of /proc/PID/stat); `ended` if nobody has buried it; null where the system does not tell. */
function beginningOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? null);
  } catch {
    return null;
  }
}
