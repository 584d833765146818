/** So far outside of the window something counts as in sight already: it is up to date when it is scrolled to. */
const MARGIN = '160px 0px';

let observer: IntersectionObserver | null = null;
const watched = new WeakMap<Element, (inSight: boolean) => void>();

function look(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting);
}

/** Tells whether an element can be seen now, and whenever that changes, until the returned function is called. */
export function watchSight(element: Element, tell: (inSight: boolean) => void): () => void {
  // One for all: a console has hundreds of cards.
  observer ??= new IntersectionObserver(look, { rootMargin: MARGIN });
  watched.set(element, tell);
  observer.observe(element);
  return () => {
    watched.delete(element);
    observer?.unobserve(element);
  };
}
