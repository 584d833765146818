/** The value of a colour token (`ink`, `positive`, `series-3`) in the theme that the element is in. */
export function tokenColour(element: Element, token: string): string {
  return getComputedStyle(element).getPropertyValue(`--${token}`).trim() || 'currentColor';
}

/** A `#rrggbb` colour as three numbers 0…255; black where it is none. */
export function channels(hex: string): [red: number, green: number, blue: number] {
  const value = /^#[0-9a-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0;
  return [value >> 16, (value >> 8) & 255, value & 255];
}
