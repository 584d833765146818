'use client';

import { useEffect, useRef } from 'react';
import { paintPoints } from '@/client/benches/playground/surface/paint-points';
import { readPalette } from '@/client/benches/playground/surface/palette';
import { SurfacePainter } from '@/client/benches/playground/surface/surface-painter';
import { sharpContext, usePixelRatio } from '@/client/charts/sharp-canvas';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useThemeTick } from '@/client/charts/use-theme-tick';
import type { Frame, PlaygroundBegun } from '@/engine/playground/messages';
import { PLANE } from '@/engine/points/point-set';

interface Props {
  frame: Frame;
  begun: PlaygroundBegun;
  place: { x: number; y: number };
  onPlace(place: { x: number; y: number }): void;
  label: string;
}

/** The plane as the network answers it, with a cross at one place, which follows a press or a drag; the sliders below it do the same by keyboard. */
export function PointPlane({ frame, begun, place, onPlace, label }: Props) {
  const [box, side] = useElementWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const theme = useThemeTick();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page.
  useEffect(() => {
    const context = sharpContext(canvas, side, side, ratio);
    if (!context) return;
    const palette = readPalette(context.canvas);
    new SurfacePainter(palette).paint(context, side, frame, begun, false, null);
    paintPoints(context, begun.points.train, side, Math.max(2.8, side / 85), palette, 'paper');
  }, [frame, begun, side, ratio, theme]);
  const take = (event: React.PointerEvent<HTMLDivElement>) => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const along = (at: number) => Math.min(PLANE, Math.max(-PLANE, (at / width) * 2 * PLANE - PLANE));
    const [x, y] = [along(event.clientX - left), -along(event.clientY - top)];
    onPlace({ x: Math.round(x * 10) / 10 || 0, y: Math.round(y * 10) / 10 || 0 });
  };
  const percent = (value: number) => `${((value + PLANE) / (2 * PLANE)) * 100}%`;
  return (
    <div
      ref={box}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        take(event);
      }}
      onPointerMove={(event) => event.buttons > 0 && take(event)}
      className="relative aspect-square w-full max-w-80 cursor-crosshair touch-none overflow-hidden rounded-sm border border-line-strong bg-surface-raised"
    >
      <canvas ref={canvas} className="absolute inset-0 size-full" />
      <span className="absolute inset-y-0 w-px bg-ink" style={{ left: percent(place.x) }} />
      <span className="absolute inset-x-0 h-px bg-ink" style={{ top: percent(-place.y) }} />
      <span
        className="absolute size-3.5 -translate-1/2 rounded-full border-2 border-ink bg-surface-raised"
        style={{ left: percent(place.x), top: percent(-place.y) }}
      />
    </div>
  );
}
