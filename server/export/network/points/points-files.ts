import { trainedPoints } from '@/engine/runs/points-network';
import { NETWORK_EXPORTS, type PointsExportName } from '@/protocol/network-exports';
import { BYTE_ORDER_MARK, csvRow } from '@/server/export/csv';
import type { ExportFile } from '@/server/export/export-files';
import { safetensors } from '@/server/export/network/safetensors';
import { type ZippedFile, zipFile } from '@/server/export/zip-file';
import { pointsCard } from './points-card';
import { pointsLayers, type TakenPoints } from './points-network';
import { pointsOnnx } from './points-onnx';
import { POINTS_FILES, pointsScript } from './points-script';

/**
 * A network of the 2-D bench as a file to take along, with a card that says what it is.
 * @param code of the class, for the file's name
 */
export function pointsFile(network: TakenPoints, wanted: PointsExportName, code: string): ExportFile {
  const { file, contentType } = NETWORK_EXPORTS[wanted];
  return {
    name: `perceptroom-${code}-${network.run.id.slice(0, 8)}-${file}`,
    contentType,
    content: zipFile([
      { name: 'README.md', content: [pointsCard(network, wanted)] },
      ...filesOf(network, wanted),
    ]),
  };
}

function filesOf(network: TakenPoints, wanted: PointsExportName): ZippedFile[] {
  const { run, student } = network;
  const facts = {
    producer: 'Perceptroom',
    run: run.id,
    experiment: JSON.stringify(run.experiment),
    ...(student === null ? {} : { student }),
  };
  const tensors = pointsLayers(network).flatMap((layer) => layer.tensors);
  const weights = { name: POINTS_FILES.weights, content: safetensors(tensors, { format: 'pt', ...facts }) };
  switch (wanted) {
    case 'onnx':
      return [{ name: 'network.onnx', content: [pointsOnnx(network, facts)] }];
    case 'safetensors':
      return [weights];
    case 'pytorch':
      return [
        { name: 'network.py', content: [pointsScript(network)] },
        { name: 'experiment.json', content: [`${JSON.stringify(run.experiment, null, 2)}\n`] },
        weights,
        { name: POINTS_FILES.points, content: pointRows(trainedPoints(run.experiment)) },
      ];
  }
}

function* pointRows({ xs, ys, labels }: ReturnType<typeof trainedPoints>): Generator<string> {
  yield BYTE_ORDER_MARK + csvRow(['x1', 'x2', 'wanted']);
  for (let i = 0; i < xs.length; i += 1) yield csvRow([xs[i]!, ys[i]!, labels[i]!]);
}
