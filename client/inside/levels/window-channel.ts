import type { TracedLayer } from '@/engine/network/traced-pass';

/** The part of a filter that looks at one of the maps before it. */
export interface WindowChannel {
  /** Which map. */
  channel: number;
  /** Maps that the filter looks at. */
  channels: number;
  kernel: number;
  /** The numbers of this map, out of those of the whole window. */
  pick(numbers: Float32Array): Float32Array;
  /** The product at a place of the kernel, and back. */
  partAt(index: number): number;
  indexOf(part: number): number;
}

/** Windows lie as [kernel, kernel, channels]. @param part one of the channel's products */
export function channelOf({ layer }: Pick<TracedLayer, 'layer'>, part: number): WindowChannel {
  const [kernel, , channels] = layer.shape as [number, number, number, number];
  const channel = part % channels;
  const partAt = (index: number) => index * channels + channel;
  return {
    channel,
    channels,
    kernel,
    pick: (numbers) => Float32Array.from({ length: kernel * kernel }, (_, i) => numbers[partAt(i)]!),
    partAt,
    indexOf: (one) => Math.floor(one / channels),
  };
}

/** What each map adds to a sum. @param products of a whole window */
export function channelSums(products: Float32Array, channels: number): Float32Array {
  const sums = new Float32Array(channels);
  products.forEach((product, part) => {
    sums[part % channels]! += product;
  });
  return sums;
}
