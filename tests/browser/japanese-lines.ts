import type { Page } from 'playwright-core';

/**
 * Where lines on the page really end inside a Japanese word (as the browser's dictionary knows words), between a number and its counter, inside
 * a derivative, or in a formula between a number and its sign: what stands before and behind it. Measured letter by letter, whatever a line came to be broken by.
 */
export function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff々ー]/;
    const SIGN = /(^|[ \u00a0（(])[=≥≤≈<>←×·+−][ \u00a0]$/;
    const SHORT = /(^|[^A-Za-z\d])[A-Za-zα-ωθ]{1,2}[₀-₉]?[ \u00a0]$/;
    const COUNTER = /[つ個枚回本歩行層秒分人台種点周番%]/;
    const dictionary = new Intl.Segmenter('ja', { granularity: 'word' });
    /** Letters of a block, in order, and at what height each stands. */
    const blocks = new Map<Element, { letters: string; heights: number[] }>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const hidden = 'svg, script, style, option, .sr-only, rt';
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement!;
      if (node.data.trim() === '' || parent.closest(hidden) || !parent.checkVisibility()) continue;
      let block = parent;
      while (/^(inline|contents|ruby)$/.test(getComputedStyle(block).display)) block = block.parentElement!;
      const found = blocks.get(block) ?? { letters: '', heights: [] };
      blocks.set(block, found);
      for (const [at, letter] of [...node.data].entries()) {
        if (/[\u200b\u2060]/.test(letter)) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = [...range.getClientRects()].at(-1);
        found.letters += letter;
        found.heights.push(box ? (box.top + box.bottom) / 2 : (found.heights.at(-1) ?? 0));
      }
    }
    return [...blocks.values()].flatMap(({ letters, heights }) => {
      const words = JAPANESE.test(letters) ? [...dictionary.segment(letters)] : [];
      const begins = new Set(words.map(({ index }) => index));
      return [...letters].flatMap((next, at) => {
        const last = letters[at - 1] ?? '';
        if (at === 0 || heights[at]! - heights[at - 1]! < 8) return [];
        const before = letters.slice(0, at);
        const inFormula = SIGN.test(before)
          ? /[\d−(（{]/.test(next) || JAPANESE.test(next)
          : SHORT.test(before) && /[=≥≤≈←]/.test(next);
        // The dictionary takes a particle for the beginning of what follows (重みを|通して).
        const allowed = /[をはに]/.test(last);
        const inWord = !begins.has(at) && JAPANESE.test(last) && JAPANESE.test(next) && !allowed;
        const counted =
          (/\d/.test(last) && COUNTER.test(next)) || (/[%％]/.test(last) && /[\u3041-\u3096]/.test(next));
        const derivative = last === '/' && /[∂d]/.test(next);
        return inWord || counted || inFormula || derivative
          ? [`${letters.slice(Math.max(0, at - 12), at)}|${letters.slice(at, at + 8)}`]
          : [];
      });
    });
  });
}
