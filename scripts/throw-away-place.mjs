/** A data folder of its own for a server that is tried out, and the settings that lead there and nowhere else. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Longer than a development server takes to end on a busy machine. */
const PATIENCE_MS = 30_000;

/** Ends the program where the port is taken: whoever serves there must not be taken for the server that is to be tried out. */
export async function throwAwayPlace() {
  const port = Number(process.env.PORT || 3000);
  await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => {
      console.error(
        `Port ${port} cannot be used (${error.code}): stop what uses it, or set PORT to another.`,
      );
      process.exit(1);
    });
    probe.listen(port, process.env.HOST || '0.0.0.0', () => probe.close(resolve));
  });
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'perceptroom-dev-'));
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: '', PUBLIC_ORIGIN: '', PORT: String(port) },
    remove: async () => {
      await released(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Resolves when the server has let its folder go (server/data-dir-lock): what had started it may be gone before. */
async function released(dataDir) {
  const end = Date.now() + PATIENCE_MS;
  while (isHeld(path.join(dataDir, 'server.lock')) && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Whether the process that a lock names still runs. */
function isHeld(lock) {
  try {
    return process.kill(JSON.parse(readFileSync(lock, 'utf8')).pid, 0);
  } catch {
    return false;
  }
}
