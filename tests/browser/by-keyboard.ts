import type { ElementHandle, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** From the start of a bench, and between any two of its controls. */
const MOST_TABS = 10;
/** Keys after which a control cannot be reached: words, questions and steps before the bench, and a map's width. */
const MOST_KEYS = 80;
/** What gives another locator. */
const LEADS_ON = /^(?:getBy\w+|locator|filter|first|last|nth|and|or)$/;

type Control = HTMLElement | SVGElement;

/**
 * The page for somebody who has a keyboard alone: whatever a walk clicks, checks, chooses, fills or focuses is gone to by Tab and arrows from
 * where the focus is, and done by keys. Each way inside a bench, and from the link that skips to it, is ten Tabs at most, and the focus is
 * never lost on the way. What only a mouse can do throws.
 */
export function byKeyboard(page: Page): Page {
  const keys = new Keyboard(page);
  const plain = new WeakMap<object, Locator>();
  const wrapLocator = (locator: Locator): Locator => {
    const wrapped: Locator = new Proxy(locator, {
      get(target, name) {
        const act = keys.does(String(name));
        if (act) return (value: unknown) => act(target, value);
        return passOn(target, name);
      },
    });
    plain.set(wrapped, locator);
    return wrapped;
  };
  const passOn = (target: object, name: string | symbol) => {
    const found: unknown = Reflect.get(target, name);
    if (typeof found !== 'function') return found;
    return (...given: unknown[]) => {
      const answer: unknown = found.apply(
        target,
        given.map((one) => (typeof one === 'object' && one !== null && plain.get(one)) || one),
      );
      return LEADS_ON.test(String(name)) ? wrapLocator(answer as Locator) : answer;
    };
  };
  return new Proxy(page, {
    get(target, name) {
      if (name === 'mouse' || name === 'touchscreen') throw new Error(`nobody has a ${name} here`);
      return passOn(target, name);
    },
  });
}

class Keyboard {
  /** A page that has just come has the focus nowhere. */
  private isFresh = true;

  constructor(private readonly page: Page) {
    page.on('domcontentloaded', () => {
      this.isFresh = true;
    });
  }

  /** How something is done that a locator can do; undefined where that touches nothing. */
  does(name: string): ((locator: Locator, value: unknown) => Promise<void>) | undefined {
    const { keyboard } = this.page;
    const acts: Record<string, (locator: Locator, value: unknown) => Promise<void>> = {
      focus: async (locator) => {
        await this.goTo(locator);
      },
      press: async (locator, key) => {
        await this.goTo(locator);
        await keyboard.press(String(key));
      },
      fill: async (locator, text) => {
        await this.goTo(locator);
        await keyboard.press('ControlOrMeta+A');
        await keyboard.press('Delete');
        await keyboard.type(String(text));
      },
      selectOption: async (locator, value) => this.choose(await this.goTo(locator), String(value)),
      check: async (locator) => this.activate(await this.goTo(locator)),
      click: async (locator) => {
        await expect.poll(() => locator.isEnabled()).toBe(true);
        await this.activate(await this.goTo(locator));
      },
    };
    return Object.hasOwn(acts, name) ? acts[name] : undefined;
  }

  private async activate(control: ElementHandle<Control>): Promise<void> {
    const key = await control.evaluate((element) => {
      // An arrow has chosen it; a group that had no choice yet has it under the focus.
      if (element instanceof HTMLInputElement)
        return element.type === 'radio' && element.checked ? null : ' ';
      return element.getAttribute('role') === 'switch' ? ' ' : 'Enter';
    });
    if (key !== null) await this.page.keyboard.press(key);
  }

  private async choose(select: ElementHandle<Control>, value: string): Promise<void> {
    const chosen = () => select.evaluate((element) => (element as unknown as HTMLSelectElement).value);
    const label = await select.evaluate(
      (element, value) =>
        [...(element as unknown as HTMLSelectElement).options].find((one) => one.value === value)!.label,
      value,
    );
    // Its first letters lead to it: whoever goes through the list with arrows chooses all that is in between.
    for (const letter of label) {
      if ((await chosen()) === value) break;
      await this.page.keyboard.press(letter);
    }
    expect(await chosen()).toBe(value);
  }

  /** Goes to what is to be used, by keys alone. */
  private async goTo(locator: Locator): Promise<ElementHandle<Control>> {
    await locator.waitFor({ state: 'attached' });
    const found = await locator.elementHandle();
    const control = (await found!.evaluateHandle(controlOf)) as ElementHandle<Control>;
    const { keyboard } = this.page;
    let tabs = 0;
    const tried: Record<string, string[]> = {};
    for (let keys = 0; keys < MOST_KEYS; keys += 1) {
      // What takes the focus away gives it on at once, or a moment later.
      if (!this.isFresh)
        await expect
          .poll(() => this.page.evaluate(hasFocus), {
            timeout: 5_000,
            message: `the focus is lost on the way to ${locator}`,
          })
          .toBe(true);
      const step: Step = await control.evaluate(nextKey, tried);
      if (step.key === null) {
        expect(tabs, `Tabs to ${locator}`).toBeLessThanOrEqual(MOST_TABS);
        return control;
      }
      this.isFresh &&= step.lost;
      tabs = !step.inBench ? 0 : tabs + (step.key.endsWith('Tab') ? 1 : 0);
      await keyboard.press(step.key);
      tried[step.at] = [...(tried[step.at] ?? []), step.key];
    }
    throw new Error(`No key leads to ${locator}`);
  }
}

/** In the page: whether anything has the focus. */
function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

/** What a press on an element is meant for. */
function controlOf(element: Element): Element {
  const label = element.closest('label')?.control;
  return label ?? element.closest('button, a[href], summary, input, select, textarea, [tabindex]') ?? element;
}

/** One key on the way. */
interface Step {
  /** Null: arrived. */
  key: string | null;
  /** Nothing has the focus. */
  lost: boolean;
  /** The focus is in a bench, in what trains it or in a dialog, where ten Tabs have to do. */
  inBench: boolean;
  /** Where the focus was, in CSS pixels of the window. */
  at: string;
}

/** In the page: the key that leads on to a control, as somebody presses it who sees where the focus is and where it has to go; `tried`: those pressed at each place. */
function nextKey(target: Control, tried: Record<string, string[]>): Step {
  const active = document.activeElement as Control | null;
  const lost = active === null || active === document.body;
  const box = (element: Control) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  };
  const here = lost ? null : box(active);
  const step = (key: string | null): Step => ({
    key,
    lost,
    inBench:
      !lost && active.closest('[data-testid="bench"], [data-testid="run-bar"], [role="dialog"]') !== null,
    at: JSON.stringify(here),
  });
  if (active === target) return step(null);
  if (lost) return step('Tab');
  // The link past the words.
  const inBench = target.closest('[data-testid="bench"], [data-testid="run-bar"]') !== null;
  if (active instanceof HTMLAnchorElement && active.getAttribute('href') === '#bench' && inBench)
    return step('Enter');
  const isRadio = (element: Control): element is HTMLInputElement =>
    element instanceof HTMLInputElement && element.type === 'radio';
  const follows = (one: Control) =>
    (active.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  if (isRadio(target)) {
    if (isRadio(active) && active.name === target.name)
      return step(follows(target) ? 'ArrowDown' : 'ArrowUp');
    return step(follows(target) ? 'Tab' : 'Shift+Tab');
  }
  const doorTo = (control: Control) => {
    const room = control.closest<SVGElement>('svg[id]');
    const fields = [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')];
    const leading = fields.filter((field) => field.getAttribute('aria-controls') === room?.id);
    return room && leading.length > 0 ? { room, fields: leading } : null;
  };
  if (target.tabIndex >= 0) return step(follows(target) ? 'Tab' : 'Shift+Tab');
  // No stop at all, but a field has a key that leads there.
  const door = doorTo(target);
  if (door && !door.room.contains(active)) {
    const [first, ...others] = door.fields;
    const at = door.fields.find((field) => field === active);
    if (at) return step(at.getAttribute('aria-keyshortcuts'));
    const back = !follows(first!) && !others.some(follows);
    return step(back ? 'Shift+Tab' : 'Tab');
  }
  // One stop for many: arrows lead among them.
  let group: Element = target;
  let stop: Control | null = null;
  while (stop === null && group.parentElement) {
    group = group.parentElement;
    stop =
      [
        ...group.querySelectorAll<Control>('a[href], button, input, select, textarea, summary, [tabindex]'),
      ].find((one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.getClientRects().length > 0) ??
      null;
  }
  if (stop === null) throw new Error('no key leads there');
  if (!group.contains(active)) return step(follows(stop) ? 'Tab' : 'Shift+Tab');
  // A row of buttons is gone along; in a picture its places lead.
  if (active.closest('[data-one-stop]')?.contains(target))
    return step(follows(target) ? 'ArrowRight' : 'ArrowLeft');
  // A list has up and down for itself, a slider left and right.
  if (active instanceof HTMLSelectElement) return step(follows(target) ? 'ArrowRight' : 'ArrowLeft');
  if (active instanceof HTMLInputElement && active.type === 'range')
    return step(follows(target) ? 'ArrowDown' : 'ArrowUp');
  const there = box(target);
  const [right, down] = [there.x - here!.x, there.y - here!.y];
  const sideways = right > 0 ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  const upright = down > 0 ? ['ArrowDown', 'ArrowUp'] : ['ArrowUp', 'ArrowDown'];
  const [first, second] = Math.abs(right) > Math.abs(down) ? [sideways, upright] : [upright, sideways];
  // From each place the way that looks nearest, and where that was gone before, another.
  const ways = [first[0]!, second[0]!, second[1]!, first[1]!];
  const known = tried[JSON.stringify(here)] ?? [];
  return step(ways.find((key) => !known.includes(key)) ?? first[0]!);
}
