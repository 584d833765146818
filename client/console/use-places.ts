'use client';

import { type RefObject, useLayoutEffect } from 'react';
import { keptInOrder } from './moved-up';

/**
 * Puts the children of `container` in an order with the fewest moves: each that is moved is styled and laid out anew, and React, when one rises,
 * moves all that it passes. Children are elements with `data-settle="KEY"`; they are to be rendered in the order of their keys
 * (`inOrderOfKeys`), so that React itself never moves one.
 * @param order keys, as the children are to stand
 */
export function usePlaces(container: RefObject<HTMLElement | null>, order: readonly string[]): void {
  const key = order.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the order is another.
  useLayoutEffect(() => {
    if (container.current) putInOrder(container.current, order);
  }, [container, key]);
}

/** The order in which children are rendered, whatever the order in which they stand. */
export function inOrderOfKeys(keys: readonly string[]): string[] {
  return keys.toSorted();
}

function putInOrder(parent: HTMLElement, order: readonly string[]): void {
  const children = new Map(
    [...parent.querySelectorAll<HTMLElement>(':scope > [data-settle]')].map((child) => [
      child.dataset.settle!,
      child,
    ]),
  );
  const kept = keptInOrder([...children.keys()], order);
  let next: HTMLElement | null = null;
  for (const key of order.toReversed()) {
    const child = children.get(key);
    if (!child) continue;
    if (!kept.has(key)) move(parent, child, next);
    next = child;
  }
}

/**
 * A card that is taken out and put in again counts as never seen: it is left out, found to be in sight, and drawn in a second go. Browsers that can
 * move it without that do.
 */
function move(parent: HTMLElement, child: HTMLElement, next: HTMLElement | null): void {
  if ('moveBefore' in parent) parent.moveBefore(child, next);
  else (parent as Node).insertBefore(child, next);
}
