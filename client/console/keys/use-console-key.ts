import { useEffect, useEffectEvent } from 'react';
import { type ConsoleKey, consoleKeyOf } from './console-keys';

const TYPED_INTO = 'input, textarea, select, [contenteditable]';
const IN_FRONT = '[role=dialog], [role=alertdialog]';

/** Does something whenever this key is pressed where nobody is typing. */
export function useConsoleKey(key: ConsoleKey, act: () => void): void {
  const pressed = useEffectEvent(act);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof Element && target.closest(TYPED_INTO) !== null;
      if (consoleKeyOf(event, typing || document.querySelector(IN_FRONT) !== null) !== key) return;
      event.preventDefault();
      pressed();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [key]);
}
