'use client';

import { useEffect, useRef } from 'react';
import { channels, tokenColour } from '@/client/charts/token-colour';
import { useThemeTick } from '@/client/charts/use-theme-tick';
import { type Landscape, landscapeGrid } from '@/engine/landscape/landscapes';
import { heightShares, lightAt } from './map-shape';

/** Cells along each side; the browser smooths between them. */
const SIZE = 120;
/** How green the deepest place is, and how strong light and shade are. */
const DEEPEST = 0.55;
const LIGHT = 2.2;

/** A landscape as shaded relief: green in the valleys, paper on the heights, light from the top left. Decoration under the map. */
export function ReliefCanvas({ landscape }: { landscape: Landscape }) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const theme = useThemeTick();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read while drawing.
  useEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const paper = channels(tokenColour(canvas, 'surface-raised'));
    const valley = channels(tokenColour(canvas, 'series-3'));
    const shares = heightShares(landscapeGrid(landscape, SIZE));
    const image = context.createImageData(SIZE, SIZE);
    for (let cell = 0; cell < SIZE * SIZE; cell++) {
      const depth = DEEPEST * (1 - shares[cell]!);
      const light = Math.min(0.16, Math.max(-0.16, LIGHT * lightAt(shares, SIZE, cell)));
      for (let c = 0; c < 3; c++) {
        const flat = paper[c]! + (valley[c]! - paper[c]!) * depth;
        image.data[cell * 4 + c] = flat + ((light > 0 ? 255 : 0) - flat) * Math.abs(light);
      }
      image.data[cell * 4 + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [landscape, theme]);
  return (
    <span aria-hidden="true" className="absolute inset-0">
      <canvas ref={canvasRef} width={SIZE} height={SIZE} className="block size-full rounded-sm" />
    </span>
  );
}
