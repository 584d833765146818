import { useEffect, useEffectEvent } from 'react';

/** A key that was pressed, as the browser tells of it. */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing' | 'defaultPrevented'
>;

/**
 * The key that was pressed, in lower case; null: it is meant for something else, such as a shortcut of the browser or a text that is being put
 * together (Japanese, say).
 * @param isTaken somebody is typing, or a dialog is in front
 */
export function pageKeyOf(event: PressedKey, isTaken: boolean): string | null {
  if (isTaken || event.defaultPrevented || event.repeat || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return event.key.toLowerCase();
}

/** What keeps letters for itself: fields to type into, and lists in which a letter goes to the entry that begins with it. */
const TYPED_INTO = [
  'input:not([type=range], [type=radio], [type=checkbox], [type=button], [type=submit])',
  'textarea, select, [contenteditable]:not([contenteditable=false])',
  ...['textbox', 'searchbox', 'combobox', 'listbox', 'menu', 'menubar', 'tree'].map(
    (role) => `[role=${role}]`,
  ),
].join();
const IN_FRONT = '[role=dialog], [role=alertdialog]';

/** Does something whenever this key is pressed where nobody is typing. */
export function usePageKey(key: string, act: () => void): void {
  const pressed = useEffectEvent(act);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof Element && target.closest(TYPED_INTO) !== null;
      if (pageKeyOf(event, typing || document.querySelector(IN_FRONT) !== null) !== key) return;
      event.preventDefault();
      pressed();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [key]);
}
