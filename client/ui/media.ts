/**
 * The media query, or null where the browser has none to ask (on the server, and where `matchMedia` is missing or throws). The queries of
 * this product only refine, so that nobody misses anything then.
 */
export function mediaQuery(query: string): MediaQueryList | null {
  try {
    return typeof window === 'undefined' ? null : window.matchMedia(query);
  } catch {
    return null;
  }
}

/** Whether the query holds now. */
export function mediaMatches(query: string): boolean {
  return mediaQuery(query)?.matches ?? false;
}
