import { noteNotKept } from './kept-here';

const A_YEAR_IN_SECONDS = 31_536_000;

/** Keeps a preference for a year. No `Secure`: the product runs over plain http on a school's network too. */
export function writeCookie(name: string, value: string): void {
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API exists in secure contexts only.
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${A_YEAR_IN_SECONDS}; samesite=lax`;
  } catch {
    noteNotKept('cookies');
  }
}
