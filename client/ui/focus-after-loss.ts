/** What may be told to take the focus, and what else does where nothing is. */
const TAKES = '[data-takes-focus]';
const HEADING = 'h1, h2, h3';

/** Whether an element is there to be seen. */
export type InSight = (element: Element) => boolean;

/**
 * Where the focus goes when the control that had it is gone: the heading of what stood around it, as near as there is one, or else that of what
 * the page shows now.
 * @param around the elements that stood around the control, from inside out
 * @param main the page's main part: beyond it nothing belongs to the control
 */
export function focusAfterLoss(
  around: readonly Element[],
  main: Element | null,
  isInSight: InSight,
): HTMLElement | null {
  for (const element of around) {
    if (main && element.contains(main)) break;
    if (!element.isConnected || !isInSight(element)) continue;
    const heading = headingIn(element, isInSight);
    if (heading) return heading;
  }
  return main && headingIn(main, isInSight);
}

function headingIn(element: Element, isInSight: InSight): HTMLElement | null {
  const seen = (found: Iterable<HTMLElement>) => [...found].find(isInSight);
  const told = seen(element.querySelectorAll<HTMLElement>(TAKES));
  return (
    (told && (seen(told.querySelectorAll<HTMLElement>(HEADING)) ?? told)) ??
    seen(element.querySelectorAll<HTMLElement>(HEADING)) ??
    null
  );
}
