'use client';

import { useCallback, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { insertedKey, insertedNumber } from './insert-text';
import type { QuantityId } from './quantities';

/** The field in which the student writes, and putting text at its caret from elsewhere: the drawing and the keypad. */
export function useActiveField(first: QuantityId, onText: (id: QuantityId, text: string) => void) {
  const [active, setActive] = useState<QuantityId>(first);
  const pictureId = useId();
  const inputs = useRef(new Map<QuantityId, HTMLInputElement>());

  const register = useCallback((id: QuantityId, input: HTMLInputElement | null) => {
    if (input) inputs.current.set(id, input);
    else inputs.current.delete(id);
  }, []);

  const focus = useCallback((id: QuantityId) => {
    // On a phone the field is only there once it is the active one, and takes the focus within the same tap alone.
    flushSync(() => setActive(id));
    inputs.current.get(id)?.focus();
  }, []);

  const put = (make: (before: string) => string) => {
    const input = inputs.current.get(active);
    if (!input || input.matches(':disabled')) return;
    const from = input.selectionStart ?? input.value.length;
    const to = input.selectionEnd ?? from;
    input.setRangeText(make(input.value.slice(0, from)), from, to, 'end');
    onText(active, input.value);
    input.focus();
  };

  return {
    active,
    setActive,
    pictureId,
    /** From the field to its own number in the picture, by keyboard. */
    enterPicture: () =>
      document.getElementById(pictureId)?.querySelector<SVGElement>(`[data-chip="${active}"]`)?.focus(),
    /** And back to where the caret was. */
    leavePicture: () => inputs.current.get(active)?.focus(),
    register,
    focus,
    insertNumber: (written: string) => put((before) => insertedNumber(before, written)),
    insertKey: (key: string) => put(() => insertedKey(key)),
    erase: () => {
      const input = inputs.current.get(active);
      if (!input || input.matches(':disabled')) return;
      const to = input.selectionEnd ?? input.value.length;
      const from = input.selectionStart ?? to;
      input.setRangeText('', from === to ? Math.max(0, from - 1) : from, to, 'end');
      onText(active, input.value);
      input.focus();
    },
  };
}
