import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { PointsExportName } from '@/protocol/network-exports';
import { pointsFile } from '@/server/export/network/points/points-files';
import { whole } from '@/tests/server/export/made-source';
import { farthest } from '@/tests/server/export/network/made-networks';
import { benchAnswers, madePoints, POINT_SETUPS } from '@/tests/server/export/network/made-points';
import type { Checks } from './checks';
import { onnxChecker, python } from './networks';

/** Answers in float32, of sums that the bench takes in float64. */
const CLOSE = 1e-4;
const ANSWERS = `
import sys, json, numpy as np, torch
sys.path.insert(0, sys.argv[1])
import network
points = torch.from_numpy(np.fromfile(sys.argv[1] + "/given.f32", dtype="<f4")).reshape(-1, 2)
with torch.no_grad():
    answers = network.load()(points)
print(json.dumps(answers.flatten().tolist()))
`;

/** Opens networks on points in PyTorch and has ONNX's own checker look at them. */
export async function readPointNetworks(folder: string, checks: Checks): Promise<void> {
  for (const [name, setup] of Object.entries(POINT_SETUPS)) {
    const network = madePoints(setup);
    const unpack = async (form: PointsExportName) => {
      const own = path.join(folder, `${form}-${name.replaceAll(/\W+/g, '-')}`);
      mkdirSync(own);
      const files = unzipSync(await whole(pointsFile(network, form, 'ABCDEF').content));
      for (const [file, content] of Object.entries(files)) writeFileSync(path.join(own, file), content);
      return own;
    };
    const torch = await unpack('pytorch');
    const { count, places, answers } = benchAnswers(network);
    writeFileSync(path.join(torch, 'given.f32'), new Uint8Array(places.buffer));
    const apart = farthest(JSON.parse(python('-c', ANSWERS, torch)) as number[], answers);
    checks.check(`${name}: answers at ${count} places in PyTorch`, apart < CLOSE, apart);
    const said = python(path.join(torch, 'network.py')).trim();
    checks.check(`${name}: network.py by itself`, said.includes(` ${count} points`), said);
    const checker = onnxChecker(await unpack('onnx'));
    checks.check(`${name}: ONNX’s checker`, /^\d/.test(checker), checker);
  }
}
