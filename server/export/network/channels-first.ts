import { type NamedLayer, namedLayers, type Weighed } from './named-layers';

/** An array of numbers with a name, row by row. */
export interface NamedTensor {
  name: string;
  shape: readonly number[];
  values: Float32Array;
}

/**
 * A network's weights as PyTorch and ONNX have them, where a unit's own come one after another: dense layers [units, inputs], convolutions
 * [filters, channels, kernel, kernel]. Pictures go in channel by channel, and so do the maps that the first dense layer reads.
 */
export function channelsFirst(network: Weighed): NamedTensor[] {
  let maps: NamedLayer | null = null;
  return namedLayers(network).flatMap((layer) => {
    const weight =
      layer.kind === 'convolution'
        ? { shape: convolutionShape(layer), values: byFilter(layer) }
        : { shape: [layer.units, layer.inputs], values: byUnit(layer, maps?.units ?? 1) };
    maps = layer.kind === 'convolution' ? layer : null;
    return [
      { name: `${layer.name}.weight`, ...weight },
      { name: `${layer.name}.bias`, shape: [layer.units], values: layer.offsets },
    ];
  });
}

function convolutionShape({ shape }: NamedLayer): number[] {
  const [height, width, channels, filters] = shape as [number, number, number, number];
  return [filters, channels, height, width];
}

/** [kernel, kernel, channels, filters] to [filters, channels, kernel, kernel]. */
function byFilter({ shape, values }: NamedLayer): Float32Array {
  const [height, width, channels, filters] = shape as [number, number, number, number];
  const out = new Float32Array(values.length);
  let to = 0;
  for (let filter = 0; filter < filters; filter++)
    for (let channel = 0; channel < channels; channel++)
      for (let place = 0; place < height * width; place++)
        out[to++] = values[(place * channels + channel) * filters + filter]!;
  return out;
}

/** [inputs, units] to [units, inputs]; inputs that come place by place with all `channels` of each become channel by channel. */
function byUnit({ inputs, units, values }: NamedLayer, channels: number): Float32Array {
  const places = inputs / channels;
  const out = new Float32Array(values.length);
  let to = 0;
  for (let unit = 0; unit < units; unit++)
    for (let channel = 0; channel < channels; channel++)
      for (let place = 0; place < places; place++)
        out[to++] = values[(place * channels + channel) * units + unit]!;
  return out;
}
