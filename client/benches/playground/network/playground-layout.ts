import { biasIndex, type DenseShape, layerSpans, weightIndex } from '@/engine/dense/shape';
import type { FeatureId } from '@/engine/points/features';

type NodeKind = 'feature' | 'hidden' | 'output';

/** A feature, a unit or an output, with its place in the picture. */
export interface NetworkNode {
  id: string;
  kind: NodeKind;
  /** 0 the features, then the layers with weights from 1. */
  layer: number;
  /** Place within its column, from 0. */
  index: number;
  /** Centre, in CSS pixels. */
  x: number;
  y: number;
  /** Which feature this is; null for units. */
  feature: FeatureId | null;
  /** Whether the network has it: features that are out are shown, but nothing leads from them. */
  used: boolean;
  /** Counted through all hidden layers, from 0; null for others. */
  hiddenUnit: number | null;
  /** Where its bias stands among all weights; null for features. */
  bias: number | null;
}

/** A weight, from one node to one of the next column. */
export interface NetworkEdge {
  id: string;
  from: NetworkNode;
  to: NetworkNode;
  /** Where it stands among all weights. */
  weight: number;
}

export interface PlaygroundLayout {
  nodes: readonly NetworkNode[];
  edges: readonly NetworkEdge[];
  /** Centre of each column. */
  columns: readonly number[];
  /** Pixels between two columns. */
  gap: number;
  /** Side of a node. */
  size: number;
  width: number;
  height: number;
}

export interface LayoutWish {
  width: number;
  height: number;
  /** Features that are shown, in order. */
  features: readonly FeatureId[];
  /** Those of them that the network has. */
  used: readonly FeatureId[];
  shape: DenseShape;
  /** Pixels to the left of the first column, for the features' names. */
  labels: number;
}

const LARGEST_NODE = 36;
const LEAST_GAP_BETWEEN = 6;

/** Where everything of a network's picture stands. */
export function layoutNetwork({
  width,
  height,
  features,
  used,
  shape,
  labels,
}: LayoutWish): PlaygroundLayout {
  const spans = layerSpans(shape);
  const rows = Math.max(features.length, ...spans.map((span) => span.units));
  const rowGap = Math.min(LARGEST_NODE + 9, height / rows);
  const roughGap = (width - labels) / (spans.length + 1);
  const size = Math.max(16, Math.floor(Math.min(LARGEST_NODE, rowGap - LEAST_GAP_BETWEEN, roughGap * 0.6)));
  const first = labels + size / 2 + 2;
  const gap = (width - size / 2 - 3 - first) / spans.length;
  const columns = Array.from({ length: spans.length + 1 }, (_, i) => first + i * gap);
  const place = (column: number, index: number, count: number) => ({
    x: columns[column]!,
    y: height / 2 + (index - (count - 1) / 2) * rowGap,
  });

  const nodes: NetworkNode[] = features.map((feature, index) => ({
    id: feature,
    kind: 'feature',
    layer: 0,
    index,
    ...place(0, index, features.length),
    feature,
    used: used.includes(feature),
    hiddenUnit: null,
    bias: null,
  }));
  const edges: NetworkEdge[] = [];
  let before = used.flatMap((feature) => nodes.filter((node) => node.feature === feature));
  let hidden = 0;
  spans.forEach((span, i) => {
    const output = i === spans.length - 1;
    const layer: NetworkNode[] = Array.from({ length: span.units }, (_, index) => ({
      id: `${i + 1}-${index}`,
      kind: output ? 'output' : 'hidden',
      layer: i + 1,
      index,
      ...place(i + 1, index, span.units),
      feature: null,
      used: true,
      hiddenUnit: output ? null : hidden + index,
      bias: biasIndex(span, index),
    }));
    if (!output) hidden += span.units;
    for (const to of layer) {
      before.forEach((from, input) => {
        edges.push({ id: `${from.id}>${to.id}`, from, to, weight: weightIndex(span, to.index, input) });
      });
    }
    nodes.push(...layer);
    before = layer;
  });
  return { nodes, edges, columns, gap, size, width, height };
}

/** The four points of an edge's curve: from one node's right side to the other's left side. */
export function edgeCurve({ from, to }: NetworkEdge, size: number): readonly number[] {
  const [x1, x2] = [from.x + size / 2, to.x - size / 2];
  const bend = (x2 - x1) * 0.45;
  return [x1, from.y, x1 + bend, from.y, x2 - bend, to.y, x2, to.y];
}

/** A curve as an SVG path. */
export function linkPath([x1, y1, x2, y2, x3, y3, x4, y4]: readonly number[]): string {
  return `M${x1} ${y1}C${x2} ${y2} ${x3} ${y3} ${x4} ${y4}`;
}

/** How thick an edge is: grows with |w|, ever more slowly. */
export function edgeWidth(weight: number): number {
  return Number.isFinite(weight) ? 0.7 + 5.3 * (1 - Math.exp(-Math.abs(weight) / 1.6)) : 0.7;
}
