import { LANGUAGES, type Language } from '@/lessons/languages';

/** Cookie that holds the person's choice; without it the browser's `Accept-Language` decides. */
export const LANGUAGE_COOKIE = 'language';

/** True if the text is exactly one of the known language codes. */
function isLanguage(text: string | undefined | null): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/**
 * The language to show: the cookie's, else the best match in `Accept-Language` by its q-values, else the first of the list.
 * A malformed header is read as far as it makes sense and never throws.
 */
export function pickLanguage(
  cookie: string | undefined,
  acceptLanguage: string | null | undefined,
): Language {
  if (isLanguage(cookie)) return cookie;
  let best = LANGUAGES[0]!;
  let bestWeight = 0;
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const primary = tag.split('-')[0];
    if (!isLanguage(primary)) continue;
    const q = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    if (Number.isFinite(weight) && weight > bestWeight) {
      best = primary;
      bestWeight = weight;
    }
  }
  return best;
}

/** The language that a switch goes to: the next of the list, after the last one the first. */
export function otherLanguage(language: Language): Language {
  return LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length]!;
}
