import { type PressedKey, pageKeyOf } from '@/client/ui/use-page-key';

/** What one key does on the console, where nobody is typing. */
export const CONSOLE_KEYS = {
  bookmark: 'b',
  vote: 'v',
  revealNext: 'n',
  revealBack: 'p',
  keys: '?',
} as const;
export type ConsoleKey = keyof typeof CONSOLE_KEYS;

/** What a key that was pressed asks for; null: nothing. @param isTaken somebody is typing, or a dialog is in front */
export function consoleKeyOf(event: PressedKey, isTaken: boolean): ConsoleKey | null {
  const pressed = pageKeyOf(event, isTaken);
  const found = Object.entries(CONSOLE_KEYS).find(([, one]) => one === pressed);
  return (found?.[0] as ConsoleKey | undefined) ?? null;
}
