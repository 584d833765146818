import { type ReactNode, useEffect } from 'react';
import { classNames } from './class-names';
import { moveIntoWindow } from './into-window';

interface Props {
  id: string;
  /** Whether a number was not taken; else it was, near what was typed. */
  wrong: boolean;
  children: ReactNode;
}

/** What is said below a number that is typed, over what lies there: a field in a row has no room of its own for a sentence. */
export function NumberNote({ id, wrong, children }: Props) {
  return (
    <span
      ref={place}
      id={id}
      role="alert"
      className={classNames(
        'absolute top-full right-0 z-30 mt-1 block w-max max-w-60 rounded-md border bg-surface-raised px-2.5 py-1.5 text-left text-xs font-medium whitespace-normal shadow-popup',
        wrong ? 'border-danger text-danger' : 'border-warn text-warn',
      )}
    >
      {children}
    </span>
  );
}

/** Where it is just drawn. */
const place = (tip: HTMLElement | null) => {
  if (tip) moveIntoWindow(tip);
};

/** Keys by which somebody goes on. */
const GO_ON = new Set(['Tab', 'Enter', ' ', 'Escape']);

/** Calls back once somebody goes on after a note was shown: by a press, or a key that leads elsewhere. */
export function useGoneOn(shown: boolean, onGoneOn: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest callback is as good as the first.
  useEffect(() => {
    if (!shown) return;
    const heard = new AbortController();
    const { signal } = heard;
    const options = { signal, capture: true };
    document.addEventListener('pointerdown', onGoneOn, options);
    document.addEventListener('keydown', ({ key }) => GO_ON.has(key) && onGoneOn(), options);
    return () => heard.abort();
  }, [shown]);
}
