/** The languages that every text exists in, each with its own name, which is never translated. The first one is the fallback. */
export const LANGUAGE_NAMES = { en: 'English', ja: '日本語' } as const;
export type Language = keyof typeof LANGUAGE_NAMES;
export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as readonly Language[];

/** Something that is written in every language: one that is missing does not compile. */
export type PerLanguage<Content> = Readonly<Record<Language, Content>>;

/** The same made for every language. */
export function inEachLanguage<Content>(make: (language: Language) => Content): PerLanguage<Content> {
  const made = LANGUAGES.map((language) => [language, make(language)]);
  return Object.fromEntries(made) as PerLanguage<Content>;
}
