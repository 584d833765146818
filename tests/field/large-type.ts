import type { Page } from 'playwright-core';
import { drawn } from './walk-pages';

/** What a page does wrong in a window as small (or with letters as large) as it is now. One line each; `tight`: words on words too. */
export async function crowded(page: Page, bars: boolean, tight = false): Promise<string[]> {
  const faults: string[] = [];
  faults.push(...(await sideways(page, tight)));
  if (bars) {
    for (const share of [0, 0.5, 1]) {
      await page.evaluate(
        (to) => scrollTo(0, to * (document.documentElement.scrollHeight - innerHeight)),
        share,
      );
      const covered = await page.evaluate(coveredByBars);
      if (covered.share > 1 / 3)
        faults.push(`bars cover ${Math.round(100 * covered.share)} %: ${covered.by}`);
    }
  }
  return [...new Set(faults)];
}

/** What is still crowded when the page has come to rest: after a window or a letter changes its size, some parts follow a few frames later. */
export async function crowdedAtRest(page: Page, bars: boolean, tight = false): Promise<string[]> {
  let faults = await crowded(page, bars, tight);
  for (let looks = 0; looks < 10 && faults.length > 0; looks += 1) {
    await drawn(page);
    faults = await crowded(page, bars, tight);
  }
  return faults;
}

/** What is wider than the window, or is scrolled sideways though it is no table and no drawing. */
function sideways(page: Page, tight: boolean): Promise<string[]> {
  return page.evaluate((tight) => {
    const faults: string[] = [];
    const root = document.documentElement;
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()}.${String(element.getAttribute('class') ?? '').slice(0, 50)} “${(element.textContent ?? '').trim().slice(0, 30)}”`;
    if (root.scrollWidth > root.clientWidth)
      faults.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
    const picture = 'table, svg, canvas, pre, math, [role="img"], [role="application"], input, textarea';
    const scrollers = [...document.querySelectorAll('*')].filter((element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
    );
    for (const scroller of scrollers) {
      if (scroller.scrollWidth <= scroller.clientWidth + 1 || scroller.clientWidth === 0) continue;
      if (
        !scroller.matches(picture) &&
        !scroller.querySelector(picture.replace(', svg', ', svg:not(.lucide)'))
      )
        faults.push(`scrolls sideways: ${named(scroller)}`);
    }
    // Cut off: words beyond the edge of the window, or of a box that hides what does not fit.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent?.trim();
      const holder = node.parentElement;
      if (
        !words ||
        !holder ||
        holder.closest('svg, [aria-hidden="true"], .sr-only, script, style, noscript, option')
      )
        continue;
      const style = getComputedStyle(holder);
      if (style.visibility !== 'visible' || style.textOverflow === 'ellipsis') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      let clip: Element | null = holder;
      let scrolls = false;
      for (; clip && clip !== root; clip = clip.parentElement) {
        const { overflowX, overflowY, position, clipPath } = getComputedStyle(clip);
        if (position === 'fixed' || clipPath !== 'none') break;
        if (['auto', 'scroll'].includes(overflowX) || ['auto', 'scroll'].includes(overflowY)) {
          scrolls = true;
          break;
        }
        if (overflowX !== 'visible' && getComputedStyle(clip).textOverflow !== 'ellipsis') {
          const edge = clip.getBoundingClientRect();
          if (edge.width < 2 || edge.height < 2) break;
          if (box.right > edge.right + 2 || box.left < edge.left - 2 || box.bottom > edge.bottom + 3)
            faults.push(`cut off: “${words.slice(0, 40)}” in ${named(clip).slice(0, 60)}`);
          break;
        }
      }
      if (!scrolls && clip === root && (box.right > root.clientWidth + 1 || box.left < -1))
        faults.push(`beyond the edge: “${words.slice(0, 40)}”`);
    }
    if (tight) faults.push(...spilt());
    // On top of each other: buttons and fields that share a place.
    const controls = [
      ...document.querySelectorAll('button, input:not([type="range"]):not(.appearance-none), select, a'),
    ]
      .filter((one) => !one.closest('svg, [data-testid="network"], [role="application"], .sr-only'))
      .map((one) => [one, one.getBoundingClientRect()] as const)
      .filter(
        ([one, box]) =>
          box.width > 4 &&
          box.height > 4 &&
          getComputedStyle(one).visibility === 'visible' &&
          getComputedStyle(one).position !== 'absolute' &&
          !pinned(one),
      );
    for (let i = 0; i < controls.length; i++) {
      for (let j = i + 1; j < controls.length; j++) {
        const [a, one] = controls[i]!;
        const [b, other] = controls[j]!;
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (wide > 4 && high > 4 && !a.contains(b) && !b.contains(a))
          faults.push(`on top of each other: ${named(a)} and ${named(b)}`);
      }
    }
    /** Words that lie on other words, or reach out of the button, field or card that holds them. */
    function spilt(): string[] {
      const lines: { words: string; node: Node; box: DOMRect }[] = [];
      const spilt: string[] = [];
      const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = all.nextNode(); node; node = all.nextNode()) {
        const holder = node.parentElement;
        const words = node.textContent?.trim().slice(0, 30) ?? '';
        if (words === '' || !holder?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
          continue;
        if (
          holder.closest(
            'svg, math, .sr-only, [aria-hidden="true"], script, style, option, [data-testid="network"]',
          )
        )
          continue;
        if (pinned(holder) || hides(holder)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects())
          if (box.width > 2 && box.height > 2) lines.push({ words, node, box });
        const frame = holder.closest(
          'button, a[class*="border"], [role="tab"], [data-testid="student-card"], [class~="border"]:not(table *, [class*="overflow"] *)',
        );
        if (!frame || frame.matches('fieldset')) continue;
        const [inner, outer] = [range.getBoundingClientRect(), frame.getBoundingClientRect()];
        const out = Math.max(
          outer.left - inner.left,
          inner.right - outer.right,
          outer.top - inner.top,
          inner.bottom - outer.bottom,
        );
        if (out > 6) spilt.push(`reaches out of its box: “${words}” of ${named(frame).slice(0, 60)}`);
      }
      lines.sort((a, b) => a.box.top - b.box.top);
      lines.forEach(({ words, node, box }, at) => {
        for (let next = at + 1; next < lines.length && lines[next]!.box.top < box.bottom - 6; next++) {
          const other = lines[next]!;
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const high = Math.min(box.bottom, other.box.bottom) - other.box.top;
          // Lines may be set so close that what hangs below one reaches into the next.
          if (wide > 4 && high > 0.4 * Math.min(box.height, other.box.height) && node !== other.node)
            spilt.push(`words on words: “${words}” and “${other.words}”`);
        }
      });
      return spilt;
    }
    /** Whether a box around it shows only part of what is in it. */
    function hides(element: Element): boolean {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (overflowX !== 'visible' || overflowY !== 'visible') return true;
      }
      return false;
    }
    function pinned(element: Element): boolean {
      for (let at: Element | null = element; at; at = at.parentElement)
        if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
      return false;
    }
    return faults.slice(0, 12);
  }, tight);
}

/** How much of the window's height lies under bars that stay where they are while the page is scrolled. */
function coveredByBars(): { share: number; by: string } {
  const spans: [top: number, bottom: number, by: string][] = [];
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    if (style.position !== 'fixed' && style.position !== 'sticky') continue;
    const box = element.getBoundingClientRect();
    if (
      box.width < innerWidth / 2 ||
      box.height < 2 ||
      style.visibility !== 'visible' ||
      style.pointerEvents === 'none'
    )
      continue;
    // A sticky one that is where it would be anyway covers nothing.
    const stuck =
      style.position === 'fixed' ||
      (style.top !== 'auto' && Math.abs(box.top - Number.parseFloat(style.top)) < 1) ||
      (style.bottom !== 'auto' && Math.abs(innerHeight - box.bottom - Number.parseFloat(style.bottom)) < 1);
    if (stuck)
      spans.push([
        Math.max(0, box.top),
        Math.min(innerHeight, box.bottom),
        element.className.toString().slice(0, 60),
      ]);
  }
  let covered = 0;
  for (let y = 0.5; y < innerHeight; y++)
    if (spans.some(([top, bottom]) => y >= top && y <= bottom)) covered++;
  return {
    share: covered / innerHeight,
    by: spans.map(([top, bottom, by]) => `${Math.round(bottom - top)} px ${by}`).join('; '),
  };
}
