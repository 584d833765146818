import { useEffect } from 'react';
import { focusAfterLoss } from './focus-after-loss';

const IN_FRONT = '[role=dialog], [role=alertdialog]';
/** Milliseconds in which a dialog that closes gives the focus back by itself, where it can. */
const SETTLES_MS = 120;

/** Words for screen readers alone are drawn one pixel wide. */
const isInSight = (element: Element) => {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
};

/**
 * Keeps the focus in the page when the control that has it goes, by what it does or by what others do: without it, the next Tab begins at the
 * top, and screen readers say nothing. See `focusAfterLoss`. For who came by mouse or finger the page stays where it is.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let around: Element[] = [];
    let byKeys = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target.closest(IN_FRONT)) return;
      around = [];
      byKeys = target.matches(':focus-visible');
      for (let one: Element | null = target; one; one = one.parentElement) around.push(one);
    };
    const look = () => {
      timer = null;
      const [control] = around;
      const { activeElement, body } = document;
      if (!control || (activeElement !== null && activeElement !== body) || document.querySelector(IN_FRONT))
        return;
      // Nobody has taken it away: somebody has clicked beside it.
      if (control.isConnected && isInSight(control)) return;
      const to = focusAfterLoss(around.slice(1), document.querySelector('main'), isInSight);
      around = [];
      if (!to) return;
      if (!to.hasAttribute('tabindex')) to.tabIndex = -1;
      to.focus({ preventScroll: !byKeys });
    };
    const changes = new MutationObserver(() => {
      if (around.length === 0 || timer !== null) return;
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      timer = setTimeout(look, SETTLES_MS);
    });
    changes.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', onFocus);
      if (timer !== null) clearTimeout(timer);
    };
  }, []);
}
