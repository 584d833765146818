import { NETWORK_EXPORTS, type NetworkExportName } from '@/protocol/network-exports';
import type { ExportFile } from '@/server/export/export-files';
import { type ZippedFile, zipFile } from '@/server/export/zip-file';
import { channelsFirst } from './channels-first';
import { modelCard } from './model-card';
import { onnxModel } from './onnx';
import { networkPage } from './page/network-page';
import { pytorchFiles, type Retraining } from './pytorch/pytorch-files';
import { safetensors } from './safetensors';
import type { TakenNetwork } from './taken-network';
import { TFJS_FILES, tfjsModel } from './tfjs';

/**
 * A network as a file to take along. Each has a card beside it that says what it is and where it fails.
 * @param code of the class, for the file's name
 * @param training what it takes to train it once more; null: that cannot be, or need not
 */
export function networkFile(
  network: TakenNetwork,
  wanted: NetworkExportName,
  code: string,
  training: Retraining | null,
): ExportFile {
  const { file, contentType } = NETWORK_EXPORTS[wanted];
  return {
    name: `perceptroom-${code}-${network.run.id.slice(0, 8)}-${file}`,
    contentType,
    content: wanted === 'page' ? networkPage(network) : zipFile(filesOf(network, wanted, training)),
  };
}

function filesOf(
  network: TakenNetwork,
  wanted: Exclude<NetworkExportName, 'page'>,
  training: Retraining | null,
): Iterable<ZippedFile> | AsyncIterable<ZippedFile> {
  switch (wanted) {
    case 'pytorch':
      return pytorchFiles(network, training);
    case 'onnx':
      return [card(network, 'onnx'), { name: 'network.onnx', content: [onnxModel(network, facts(network))] }];
    case 'safetensors': {
      const content = safetensors(channelsFirst(network), { format: 'pt', ...facts(network) });
      return [card(network, 'safetensors'), { name: 'model.safetensors', content }];
    }
    case 'tfjs': {
      const { model, weights } = tfjsModel(network);
      return [
        card(network, 'tfjs'),
        { name: TFJS_FILES.model, content: [JSON.stringify(model)] },
        { name: TFJS_FILES.weights, content: weights },
      ];
    }
  }
}

const card = (network: TakenNetwork, form: 'tfjs' | 'onnx' | 'safetensors'): ZippedFile => ({
  name: 'README.md',
  content: [modelCard(network, form)],
});

/** What a file of tensors says of itself: texts alone. */
function facts({ run, student }: TakenNetwork): Record<string, string> {
  return {
    producer: 'Perceptroom',
    run: run.id,
    experiment: JSON.stringify(run.experiment),
    ...(student === null ? {} : { student }),
  };
}
