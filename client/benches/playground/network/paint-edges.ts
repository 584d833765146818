import { cssColour, type Palette } from '@/client/benches/playground/surface/palette';
import { edgeCurve, edgeWidth, type NetworkEdge, type PlaygroundLayout } from './playground-layout';

/** The middle of an edge, a little towards its end, where its number stands. */
function numberPlace(curve: readonly number[], share: number): { x: number; y: number } {
  const [x1, y1, x2, y2, x3, y3, x4, y4] = curve as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const u = 1 - share;
  const at = (a: number, b: number, c: number, d: number) =>
    u * u * u * a + 3 * u * u * share * b + 3 * u * share * share * c + share * share * share * d;
  return { x: at(x1, x2, x3, x4), y: at(y1, y2, y3, y4) };
}

export interface EdgeLook {
  palette: Palette;
  /** Edges whose weight stands beside them. */
  numbered(edge: NetworkEdge): boolean;
  write(weight: number): string;
}

/** Draws all edges and biases: width |w|, colour its sign. The context is scaled to CSS pixels. */
export function paintEdges(
  context: CanvasRenderingContext2D,
  { edges, nodes, size, gap, width, height }: PlaygroundLayout,
  weights: Float32Array,
  { palette, numbered, write }: EdgeLook,
): void {
  context.clearRect(0, 0, width, height);
  context.lineCap = 'butt';
  // Close columns leave room for thinner edges alone.
  const scale = Math.min(1, Math.max(0.45, gap / 90));
  for (const edge of edges) {
    const weight = weights[edge.weight]!;
    const [x1, y1, x2, y2, x3, y3, x4, y4] = edgeCurve(edge, size);
    context.beginPath();
    context.moveTo(x1!, y1!);
    context.bezierCurveTo(x2!, y2!, x3!, y3!, x4!, y4!);
    const thick = edgeWidth(weight);
    context.lineWidth = thick * scale;
    context.strokeStyle = cssColour(
      weight < 0 ? palette.negative : palette.positive,
      0.3 + 0.6 * Math.min(1, thick / 4),
    );
    context.stroke();
  }
  for (const { bias, x, y } of nodes) {
    if (bias === null) continue;
    const value = weights[bias]!;
    context.fillStyle = cssColour(
      value < 0 ? palette.negative : palette.positive,
      0.25 + 0.75 * Math.min(1, Math.abs(value)),
    );
    context.fillRect(x - size / 2 - 7, y + size / 2 - 5, 5, 5);
  }
  context.font = '600 11px ui-sans-serif, system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const edge of edges) {
    if (!numbered(edge)) continue;
    // Towards the end where fewer edges meet, or the numbers lie on each other.
    const inputs = edges.filter((other) => other.to === edge.to).length;
    const outputs = edges.filter((other) => other.from === edge.from).length;
    const { x, y } = numberPlace(edgeCurve(edge, size), inputs >= outputs ? 0.3 : 0.7);
    const text = write(weights[edge.weight]!);
    const wide = context.measureText(text).width + 5;
    context.fillStyle = cssColour(palette.paper, 0.88);
    context.fillRect(x - wide / 2, y - 7.5, wide, 15);
    context.fillStyle = cssColour(palette.ink);
    context.fillText(text, x, y + 0.5);
  }
}
