import { DATASETS } from '@/protocol/datasets';
import type { Architecture } from '@/protocol/experiment';
import { weightLayers } from '@/protocol/weight-shapes';

/** One column of the diagram. */
export interface NetworkColumn {
  kind: 'input' | 'maps' | 'units' | 'output';
  /** Units, filters, or pixels of the input. */
  units: number;
  /** How many are drawn; fewer than `units` leave a gap with dots. */
  drawn: number;
}

const MOST_UNITS = 7;
const MOST_MAPS = 5;
/** As many as have room for a name beside them. */
const MOST_ANSWERS = 10;

/** The columns of a network's diagram from the input to the answers. */
export function networkColumns(architecture: Architecture): NetworkColumn[] {
  const { pixels } = DATASETS[architecture.dataset];
  const columns: NetworkColumn[] = [{ kind: 'input', units: pixels, drawn: 1 }];
  for (const layer of weightLayers(architecture)) {
    const kind = layer.last ? 'output' : layer.kind === 'convolution' ? 'maps' : 'units';
    const most = kind === 'output' ? MOST_ANSWERS : kind === 'maps' ? MOST_MAPS : MOST_UNITS;
    columns.push({ kind, units: layer.units, drawn: Math.min(layer.units, most) });
  }
  return columns;
}

/** Heights of `drawn` things spread over a column, with a gap in the middle where some are left out. */
export function spread(drawn: number, hidden: boolean, height: number, most = 20): number[] {
  const slots = hidden ? drawn + 1 : drawn;
  const gap = Math.min(most, height / Math.max(1, slots));
  const top = height / 2 - (gap * (slots - 1)) / 2;
  const before = Math.ceil(drawn / 2);
  return Array.from({ length: drawn }, (_, i) => top + gap * (hidden && i >= before ? i + 1 : i));
}
