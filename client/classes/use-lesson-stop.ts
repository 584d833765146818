import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { placeToGo, wayOf } from '@/client/ui/one-stop';

/** A lesson of the list, and what Tab finds in one. */
const LESSON = '[data-lesson]';
const CONTROLS = 'a[href], button, summary, input';
/** Of these each lesson has its own: arrows go from one lesson's to the next one's. What else is in a lesson keeps its arrows. */
const OF_ALL = '[data-of-each]';

/**
 * Makes a list of lessons one stop for Tab: the controls of one lesson, one after another, and then what follows the list. Arrows, Home and End
 * go to the same control of another lesson, of which Tab then finds the rest.
 * @returns what the list does when a key is pressed in it
 */
export function useLessonStop(list: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let used: Element | null = null;
    const settle = () => {
      const lessons = [...element.querySelectorAll(LESSON)];
      const stop = lessons.find((one) => one === used) ?? lessons[0];
      for (const lesson of lessons)
        for (const control of lesson.querySelectorAll<HTMLElement>(CONTROLS)) {
          const tabIndex = lesson === stop ? 0 : -1;
          if (control.tabIndex !== tabIndex) control.tabIndex = tabIndex;
        }
    };
    const onFocus = ({ target }: FocusEvent) => {
      used = (target as Element).closest(LESSON);
      settle();
    };
    settle();
    const changes = new MutationObserver(settle);
    changes.observe(element, { childList: true, subtree: true });
    element.addEventListener('focusin', onFocus);
    return () => {
      changes.disconnect();
      element.removeEventListener('focusin', onFocus);
    };
  }, [list]);

  return (event) => {
    const way = wayOf(event);
    const control = (event.target as Element).closest<HTMLElement>(OF_ALL);
    const lesson = control?.closest(LESSON);
    if (!way || !lesson) return;
    const lessons = [...event.currentTarget.querySelectorAll(LESSON)];
    const boxes = lessons.map((one) => one.getBoundingClientRect());
    const to = placeToGo(boxes, lessons.indexOf(lesson), way);
    if (to === null) return;
    event.preventDefault();
    const name = control!.dataset.ofEach;
    lessons[to]!.querySelector<HTMLElement>(`[data-of-each="${name}"]`)?.focus();
  };
}
