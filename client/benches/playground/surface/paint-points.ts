import { PLANE, type PointSet } from '@/engine/points/point-set';
import { classColour, cssColour, mix, type Palette } from './palette';

/** Each class has a shape of its own beside its colour. */
const CLASS_SHAPES = ['circle', 'square', 'triangle', 'diamond', 'plus', 'star'] as const;

/** A class's mark around 0, about as large as a circle of that radius. */
function markPath(label: number, radius: number): Path2D {
  return new Path2D(markOutline(label, radius));
}

/** The same as an SVG path, for legends. */
export function markOutline(label: number, r: number): string {
  const polygon = (points: readonly (readonly [number, number])[]) =>
    `M${points.map(([x, y]) => `${round(x * r)} ${round(y * r)}`).join('L')}Z`;
  switch (CLASS_SHAPES[label] ?? 'circle') {
    case 'square':
      return polygon([
        [-0.9, -0.9],
        [0.9, -0.9],
        [0.9, 0.9],
        [-0.9, 0.9],
      ]);
    case 'triangle':
      return polygon([
        [0, -1.25],
        [1.15, 0.8],
        [-1.15, 0.8],
      ]);
    case 'diamond':
      return polygon([
        [0, -1.3],
        [1.2, 0],
        [0, 1.3],
        [-1.2, 0],
      ]);
    case 'plus':
      return polygon([
        [-0.42, -1.15],
        [0.42, -1.15],
        [0.42, -0.42],
        [1.15, -0.42],
        [1.15, 0.42],
        [0.42, 0.42],
        [0.42, 1.15],
        [-0.42, 1.15],
        [-0.42, 0.42],
        [-1.15, 0.42],
        [-1.15, -0.42],
        [-0.42, -0.42],
      ]);
    case 'star':
      return polygon(
        Array.from({ length: 10 }, (_, i) => {
          const angle = -Math.PI / 2 + (i * Math.PI) / 5;
          const reach = i % 2 === 0 ? 1.35 : 0.62;
          return [reach * Math.cos(angle), reach * Math.sin(angle)] as const;
        }),
      );
    default:
      return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
  }
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * Draws points on a square canvas whose context is scaled to CSS pixels.
 * @param outline of every mark; test points have ink, training points paper, small pictures none
 */
export function paintPoints(
  context: CanvasRenderingContext2D,
  points: PointSet,
  side: number,
  radius: number,
  palette: Palette,
  outline: 'paper' | 'ink' | 'none',
): void {
  const scale = side / (2 * PLANE);
  const paths = CLASS_SHAPES.map((_, label) => markPath(label, radius));
  context.lineWidth = outline === 'ink' ? 1.4 : 1;
  context.strokeStyle = cssColour(outline === 'ink' ? palette.ink : palette.paper);
  for (let i = 0; i < points.xs.length; i++) {
    const label = points.labels[i]!;
    const colour =
      points.classes === 0
        ? mix(
            palette.paper,
            label < 0 ? palette.negative : palette.positive,
            0.15 + 0.85 * Math.min(1, Math.abs(label)),
          )
        : classColour(palette, label, points.classes);
    context.save();
    context.translate((points.xs[i]! + PLANE) * scale, (PLANE - points.ys[i]!) * scale);
    context.fillStyle = cssColour(colour);
    const path = paths[points.classes === 0 ? 0 : label]!;
    context.fill(path);
    if (outline !== 'none') context.stroke(path);
    context.restore();
  }
}
