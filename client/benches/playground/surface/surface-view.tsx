'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchModel, BenchSnapshot } from '@/client/benches/playground/model/bench-model';
import type { InputNames } from '@/client/benches/playground/model/input-names';
import { reportPoints } from '@/client/benches/playground/model/point-report';
import { useSlowFrame } from '@/client/benches/playground/model/use-bench-model';
import { sharpContext, usePixelRatio } from '@/client/charts/sharp-canvas';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useSlowed } from '@/client/charts/use-slowed';
import { useThemeTick } from '@/client/charts/use-theme-tick';
import type { PlaygroundBegun } from '@/engine/playground/messages';
import { FEATURES, moreIndex } from '@/engine/points/features';
import type { FocusTarget } from './focus-target';
import { paintPoints } from './paint-points';
import { readPalette } from './palette';
import { SurfacePainter } from './surface-painter';
import { useReportWords, useTargetWords } from './surface-words';

interface Props {
  model: BenchModel;
  begun: PlaygroundBegun | null;
  features: BenchSnapshot['features'];
  showTest: boolean;
  discretise: boolean;
  /** Shown in place of the whole answer. */
  target: FocusTarget | null;
  classNames: readonly string[];
  /** What the columns of own data are called. */
  inputNames: InputNames;
}

const TEXT_MS = 1500;

/** The plane: what the network answers everywhere, behind the points that it learns from. */
export function SurfaceView(props: Props) {
  const { model, begun, features, showTest, discretise, target, classNames, inputNames } = props;
  const t = useTranslations('playground');
  const [box, side] = useElementWidth<HTMLDivElement>();
  const surface = useRef<HTMLCanvasElement>(null);
  const points = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const theme = useThemeTick();
  const targetWords = useTargetWords();
  const across = inputNames.get('x1') ?? FEATURES.x1.formula;
  const up = inputNames.get('x2') ?? FEATURES.x2.formula;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page.
  useEffect(() => {
    const canvas = surface.current;
    if (!canvas || !begun || side === 0) return;
    const painter = new SurfacePainter(readPalette(canvas));
    return model.frames.paint((frame, of) => {
      if (of !== begun) return;
      const context = sharpContext(surface, side, side, ratio);
      if (context) painter.paint(context, side, frame, begun, discretise, target);
    });
  }, [model, begun, side, ratio, theme, discretise, target]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page.
  useEffect(() => {
    const context = sharpContext(points, side, side, ratio);
    if (!context || !begun) return;
    const palette = readPalette(context.canvas);
    context.clearRect(0, 0, side, side);
    const radius = Math.max(2.8, side / 85);
    paintPoints(context, begun.points.train, side, radius, palette, 'paper');
    if (showTest) paintPoints(context, begun.points.test, side, radius, palette, 'ink');
  }, [begun, side, ratio, theme, showTest]);

  return (
    <figure className="m-0 min-w-0">
      <div className="relative">
        <div
          ref={box}
          role="img"
          aria-label={useSurfaceText(model, begun, features, classNames)}
          data-testid="surface"
          className="relative aspect-square w-full overflow-hidden rounded-sm border border-line-strong bg-surface-raised"
        >
          <canvas ref={surface} className="absolute inset-0 size-full" />
          <canvas ref={points} className="absolute inset-0 size-full" />
          <span
            aria-hidden="true"
            translate="no"
            className="absolute right-1 bottom-0.5 max-w-2/3 truncate text-[0.6875rem] leading-tight font-semibold text-ink"
          >
            {`${across} →`}
          </span>
          <span
            aria-hidden="true"
            translate="no"
            className="absolute top-1 left-1 max-w-2/3 truncate text-[0.6875rem] leading-tight font-semibold text-ink"
          >
            {`↑ ${up}`}
          </span>
          {target && (
            <span className="absolute inset-x-0 top-0 mx-auto w-fit rounded-b-sm bg-ink px-2 py-0.5 text-xs text-surface">
              {t('surface.shows', { what: targetWords(target, classNames) })}
            </span>
          )}
        </div>
      </div>
      {begun?.points.train.more && features.some((feature) => moreIndex(feature) >= 0) && (
        <figcaption className="mt-0.5 text-xs text-ink-soft" data-testid="held-inputs">
          {t('surface.held', { x: across, y: up })}
        </figcaption>
      )}
    </figure>
  );
}

/** What the picture says now, in words: rewritten now and then, since nobody reads thirty texts a second. */
function useSurfaceText(
  model: BenchModel,
  begun: PlaygroundBegun | null,
  features: BenchSnapshot['features'],
  classNames: readonly string[],
): string {
  const t = useTranslations('playground');
  const frame = useSlowed(useSlowFrame(model.frames, begun), TEXT_MS);
  const words = useReportWords();
  return useMemo(() => {
    if (!frame || !begun || frame.weights.length !== begun.weightCount) return t('surface.none');
    const report = reportPoints(begun, features, frame.weights, begun.points.test);
    return words(frame.standing, report, classNames);
  }, [frame, begun, features, classNames, words, t]);
}
