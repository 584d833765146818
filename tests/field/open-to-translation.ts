import type { Page } from 'playwright-core';

/** Codes, names, formulas and the product's name, and whether they are open to translation. */
export interface SignedText {
  kind: string;
  text: string;
  translate: boolean;
}

/** What on a page must never be translated. @param nickname of the student whose name may stand there */
export function signedTexts(tab: Page, nickname: string): Promise<SignedText[]> {
  return tab.evaluate((nickname) => {
    const kinds: [string, RegExp][] = [
      ['code', /^[A-HJ-NP-Z2-9]{6}$/],
      ['name', new RegExp(`^${nickname}$`)],
      ['formula', /^[\p{L}]?[₀-₉]|[Σ∂∇θη]/u],
      ['product', /^Perceptroom$/],
    ];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const told: { kind: string; text: string; translate: boolean }[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const holder = node.parentElement;
      if (!holder || holder.closest('script, style, svg, math')) continue;
      const [kind] = kinds.find(([, form]) => form.test(text)) ?? [];
      // A sentence that names θ is a sentence.
      const isWords = /\p{L}{3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
      if (!kind || text.length > 11 || (kind === 'formula' && isWords)) continue;
      told.push({ kind, text, translate: holder.translate });
    }
    return told;
  }, nickname);
}
