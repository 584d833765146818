/** What a person can choose; `system` follows the device. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Cookie that holds the choice, read by the layout so that the first paint is right. */
export const THEME_COOKIE = 'theme';

/** The choice in a cookie's text; anything else means `system`. */
export function readTheme(cookie: string | undefined): Theme {
  return THEMES.find((theme) => theme === cookie) ?? 'system';
}
