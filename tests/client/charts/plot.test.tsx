import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { apart } from '@/client/charts/plot/apart';
import { AxisName, Grid, TicksX, TicksY } from '@/client/charts/plot/axes';
import { Level } from '@/client/charts/plot/marks';
import { curvePath, decadesOf, plotArea, seriesPath, tangent, valueX } from '@/client/charts/plot/plot-area';
import { PlotFrame } from '@/client/charts/plot/plot-frame';

describe('the area of a picture', () => {
  const edges = { left: 10, right: 110, top: 0, bottom: 50 };
  const area = plotArea(edges, { range: [0, 1] }, { range: [0, 5] });

  test('places and values are each other’s inverse, held to the axis', () => {
    expect(valueX(area, area.x(0.3))).toBeCloseTo(0.3);
    expect(valueX(area, -500)).toBe(0);
    expect(valueX(area, 500)).toBe(1);
    expect(area.y(5)).toBe(0);
  });

  test('a tangent has its length however steep it is, and infinite curves draw', () => {
    for (const slope of [0, 1, -3, 500]) {
      const [x1, y1, x2, y2] = tangent(area, 0.5, 2, slope, 40);
      expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(40);
    }
    expect(curvePath(area, (x) => -Math.log(1 - x))).not.toMatch(/NaN|Infinity/);
    expect(seriesPath(area, 3, (i) => [i / 2, i === 1 ? Number.NaN : 1])).toMatch(/^M[^M]+M[^M]+$/);
  });

  test('a logarithmic axis places equal ratios equally far apart, and nothing outside', () => {
    const edges = { left: 0, right: 100, top: 0, bottom: 400 };
    const axis = { range: [0.1, 1000], logarithmic: true, held: true } as const;
    const { y } = plotArea(edges, { range: [0, 1] }, axis);
    const places = [0.1, 1, 10, 1000, 5000, 0].map((value) => Math.round(y(value)));
    expect(places).toEqual([400, 300, 200, 0, 0, 400]);
    for (const [from, to, count] of [
      [0.1, 1000, 5],
      [1, 10, 2],
      [1e-6, 1e6, 13],
    ] as const) {
      const { y: scale } = plotArea(edges, { range: [0, 1] }, { range: [from, to], logarithmic: true });
      expect(decadesOf(scale)).toEqual(
        Array.from({ length: count }, (_, i) => expect.closeTo(from * 10 ** i, 6)),
      );
    }
  });

  test('what is no number has no place', () => {
    expect(area.x(Number.NaN)).toBeNaN();
  });
});

test('names move apart as little as it takes, and stay inside', () => {
  expect(apart([50, 52, 90], 15, 0, 100)).toEqual([50, 65, 90]);
  expect(apart([98, 99, 100], 15, 0, 100)).toEqual([70, 85, 100]);
  expect(apart([], 15, 0, 100)).toEqual([]);
});

describe('the frame of a picture', () => {
  const frame = (usualWidth?: number) =>
    renderToStaticMarkup(
      <PlotFrame
        title="Loss"
        label="The loss falls to 0.1."
        height={100}
        usualWidth={usualWidth}
        margin={{ left: 20, right: 10, top: 10, bottom: 30 }}
        x={{ range: [0, 4] }}
        y={{ range: [0, 1] }}
      >
        {(area, clip) => (
          <>
            <Grid area={area} y={[0, 1]} />
            <TicksX area={area} at={[0, 2, 4]} write={(value) => value} ends />
            <TicksY area={area} at={[0, 1]} write={(value) => `${100 * value}%`} />
            <AxisName area={area} name="Step" />
            <Level area={area} value={0.5} name="guessing" />
            <path clipPath={clip} d={seriesPath(area, 5, (i) => [i, 1 / (i + 1)])} />
          </>
        )}
      </PlotFrame>,
    );

  test('has its title, its words and its axes', () => {
    const html = frame(230);
    expect(html).toContain('<figcaption');
    expect(html).toContain('role="img" aria-label="The loss falls to 0.1."');
    expect([...html.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual([
      '0',
      '2',
      '4',
      '0%',
      '100%',
      'Step',
      'guessing',
    ]);
    // From the left edge to the right one, and at half the height.
    expect(html).toContain('d="M20 40H220"');
    expect(html).toContain('d="M20.0 10.0L');
    const [, id] = /<clipPath id="([^"]+)"/.exec(html)!;
    expect(html).toContain(`clip-path="url(#${id})"`);
  });

  test('keeps its place before its width is known', () => {
    expect(frame()).not.toContain('<svg');
    expect(frame()).toContain('height:100px');
  });
});
