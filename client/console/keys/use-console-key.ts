import { usePageKey } from '@/client/ui/use-page-key';
import { CONSOLE_KEYS, type ConsoleKey } from './console-keys';

/** Does something whenever this key is pressed where nobody is typing. */
export function useConsoleKey(key: ConsoleKey, act: () => void): void {
  usePageKey(CONSOLE_KEYS[key], act);
}
