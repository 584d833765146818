/**
 * `npm run readers`: opens exports in the programs that people have: pandas, PyTorch and ONNX's checker (Debian's python3-pandas, python3-torch,
 * python3-onnx) and LibreOffice without a window (libreoffice-calc-nogui). They are too large for every run of the tests; what was seen
 * last stands in docs/exports.md.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Checks } from './checks';
import { readMoments } from './moments';
import { readNetworks } from './networks';
import { readNewerTables } from './newer-tables';
import { readPointNetworks } from './point-networks';
import { readRaceTables } from './race-tables';
import { readTables } from './tables';

const folder = mkdtempSync(path.join(os.tmpdir(), 'perceptroom-readers-'));
const own = (name: string) => {
  const place = path.join(folder, name);
  mkdirSync(place);
  return place;
};
const checks = new Checks();
try {
  await readTables(own('tables'), checks);
  await readNewerTables(own('newer-tables'), checks);
  await readRaceTables(own('race-tables'), checks);
  await readMoments(own('moments'), checks);
  await readNetworks(folder, checks);
  await readPointNetworks(folder, checks);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(checks.end());
