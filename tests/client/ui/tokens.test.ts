import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../app/tokens.css', import.meta.url), 'utf8');

function block(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThan(-1);
  const body = css.slice(start, css.indexOf('}', start));
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1]!, match[2]!.trim()]));
}

/** WCAG 2 relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio of two colours. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const themes = { light: block(':root'), dark: block(':root[data-theme="dark"]') };
const surfaces = ['surface', 'surface-raised', 'surface-sunken'];
const text = ['ink', 'ink-soft', 'accent', 'positive', 'negative', 'ok', 'warn', 'danger'];
const series = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `series-${n}`);

const pairs: [string, string, number][] = [
  ...text.flatMap((t) => surfaces.map((s): [string, string, number] => [t, s, 4.5])),
  ...['accent', 'positive', 'negative', 'ok', 'warn', 'danger'].flatMap((t): [string, string, number][] => [
    [t, `${t}-soft`, 4.5],
    ['ink', `${t}-soft`, 7],
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-strong', 4.5],
  ['surface', 'ink', 7],
  // Not text: edges of controls, focus rings, lines of charts, glyphs on a student's colour.
  ...surfaces.map((s): [string, string, number] => ['line-strong', s, 3]),
  ...surfaces.map((s): [string, string, number] => ['focus', s, 3]),
  ...series.flatMap((t) => ['surface', 'surface-raised'].map((s): [string, string, number] => [t, s, 3])),
  ...series.map((s): [string, string, number] => ['on-series', s, 3]),
];

describe('colour tokens', () => {
  it('are the same set in both themes, and equal for chosen dark and the system’s dark', () => {
    expect([...themes.dark.keys()]).toEqual([...themes.light.keys()]);
    expect(block(':root[data-theme="system"]')).toEqual(themes.dark);
  });
  for (const [theme, tokens] of Object.entries(themes)) {
    it.each(pairs)(`${theme}: %s on %s reaches %d:1`, (over, under, least) => {
      const colours = [tokens.get(over), tokens.get(under)] as [string, string];
      expect(contrast(...colours)).toBeGreaterThanOrEqual(least);
    });
  }
});
