/** The value of a colour token (`ink`, `positive`, `series-3`) in the theme that the element is in. */
export function tokenColour(element: HTMLElement, token: string): string {
  const value = getComputedStyle(element).getPropertyValue(`--${token}`).trim();
  if (value === '' || value.startsWith('#')) return value || 'currentColor';
  // One of the system's own colours, where it forces them on every page: only what wears it knows what it is.
  const { color: before, transition } = element.style;
  // Where motion is reduced every change takes a moment still: the colour has to be worn at once.
  element.style.transition = 'none';
  element.style.color = value;
  const worn = getComputedStyle(element).color.match(/\d+/g) ?? [];
  element.style.color = before;
  element.style.transition = transition;
  return `#${worn
    .slice(0, 3)
    .map((channel) => Number(channel).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** A `#rrggbb` colour as three numbers 0…255; black where it is none. */
export function channels(hex: string): [red: number, green: number, blue: number] {
  const value = /^#[0-9a-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0;
  return [value >> 16, (value >> 8) & 255, value & 255];
}
