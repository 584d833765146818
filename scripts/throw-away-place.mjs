/** A data folder of its own for a server that is tried out, and the settings that lead there and nowhere else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

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
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
