/**
 * `npm run readers`: opens exports in the programs that people have: pandas, PyTorch and ONNX's checker (Debian's python3-pandas, python3-torch,
 * python3-onnx) and LibreOffice without a window (libreoffice-calc-nogui). They are too large for every run of the tests; what was seen
 * last stands in docs/exports.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Checks } from './checks';
import { readNetworks } from './networks';
import { readTables } from './tables';

const folder = mkdtempSync(path.join(os.tmpdir(), 'perceptroom-readers-'));
const checks = new Checks();
try {
  await readTables(folder, checks);
  await readNetworks(folder, checks);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(checks.end());
