/** What one key does on the console, where nobody is typing. */
export const CONSOLE_KEYS = { bookmark: 'b', vote: 'v', keys: '?' } as const;
export type ConsoleKey = keyof typeof CONSOLE_KEYS;

/** A key that was pressed, as the browser tells of it. */
type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing' | 'defaultPrevented'
>;

/**
 * What a key that was pressed asks for; null: nothing, or it is meant for something else, such as a shortcut of the browser or a text that is
 * being put together (Japanese, say).
 * @param isTaken somebody is typing, or a dialog is in front
 */
export function consoleKeyOf(event: PressedKey, isTaken: boolean): ConsoleKey | null {
  if (isTaken || event.defaultPrevented || event.repeat || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const pressed = event.key.toLowerCase();
  const found = Object.entries(CONSOLE_KEYS).find(([, one]) => one === pressed);
  return (found?.[0] as ConsoleKey | undefined) ?? null;
}
