import type { KeyboardEvent } from 'react';

/**
 * Whether this key was pressed for the field's own sake: with Enter and Escape people also choose among Japanese characters or leave
 * the choice, and that one is not ours.
 */
export function isPressed(event: KeyboardEvent, key: 'Enter' | 'Escape' | 'ArrowUp'): boolean {
  return event.key === key && !event.nativeEvent.isComposing;
}
