import type { Page } from 'playwright-core';

/** Names of controls that would end what the walk needs, in both languages. */
const NEVER =
  '^\\W*start\\W*$|^\\W*開始\\W*$|end class|sign out|delete|remove|leave|ban|reload|log out|終了|ログアウト|サインアウト|削除|外す|退出|再読み込み|読み込み直';

/** Milliseconds after which a walk is over, however much was to be done. */
const LIMIT_MS = 8_000;

/**
 * Uses a page's controls as they come, drawn from a seed: buttons, tabs, fields, sliders, drawings, keys.
 * @returns how many controls were used; fewer than asked for where the page went elsewhere
 */
export async function walkPage(page: Page, seed: number, acts: number): Promise<number> {
  let done = 0;
  const counting = await page.exposeFunction('countAct', () => {
    done += 1;
  });
  try {
    // A page that is busy (it measures, it trains) takes its time; the walk does not wait for it.
    return await Promise.race([
      page.evaluate(walk, { seed, acts, never: NEVER }),
      new Promise<number>((resolve) => setTimeout(() => resolve(done), LIMIT_MS)),
    ]);
  } catch (error) {
    // A form was sent or a link followed: what had to be used there was used.
    if (/context was destroyed|navigat|Target.*closed/i.test(String(error))) return done;
    throw error;
  } finally {
    await counting.dispose();
  }
}

/** Runs inside the page. */
async function walk({ seed, acts, never }: { seed: number; acts: number; never: string }): Promise<number> {
  let state = (seed * 2654435761 + 12345) >>> 0;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(random() * things.length)]!;
  const forbidden = new RegExp(never, 'i');
  const controls = () =>
    [
      ...document.querySelectorAll<HTMLElement | SVGElement>(
        'button, input, select, textarea, summary, canvas, [role=button], [role=tab], [role=menuitem], [role=slider], [tabindex="0"]',
      ),
    ].filter((one) => {
      const name = `${one.getAttribute('aria-label') ?? ''} ${one.textContent?.replace(/[«»]/g, '') ?? ''}`;
      return (
        one.getClientRects().length > 0 &&
        !one.closest('fieldset:disabled') &&
        !forbidden.test(name.slice(0, 60))
      );
    });
  const pointer = (target: Element, type: string, x: number, y: number) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        clientX: x,
        clientY: y,
        pointerId: 1,
        isPrimary: true,
        button: 0,
        buttons: type === 'pointerup' ? 0 : 1,
      }),
    );
  const press = (target: Element) => {
    const box = target.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    pointer(target, 'pointerdown', x, y);
    target.dispatchEvent(
      new MouseEvent('mousedown', { bubbles: true, cancelable: true, clientX: x, clientY: y }),
    );
    pointer(target, 'pointerup', x, y);
    target.dispatchEvent(
      new MouseEvent('mouseup', { bubbles: true, cancelable: true, clientX: x, clientY: y }),
    );
    target.dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: y, detail: 1 }),
    );
  };
  const drag = (target: Element) => {
    const box = target.getBoundingClientRect();
    const place = () => [box.left + random() * box.width, box.top + random() * box.height] as const;
    pointer(target, 'pointerdown', ...place());
    for (let i = 0; i < 4; i += 1) pointer(target, 'pointermove', ...place());
    pointer(target, 'pointerup', ...place());
  };
  const key = (target: Element, name: string) => {
    for (const type of ['keydown', 'keyup'])
      target.dispatchEvent(new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true }));
  };
  const enter = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) => {
    const { prototype } =
      field instanceof HTMLSelectElement
        ? HTMLSelectElement
        : field instanceof HTMLTextAreaElement
          ? HTMLTextAreaElement
          : HTMLInputElement;
    Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const use = (target: HTMLElement | SVGElement) => {
    if (random() < 0.3) target.focus({ preventScroll: true });
    if (target instanceof HTMLSelectElement) return enter(target, pick([...target.options]).value);
    if (target instanceof HTMLInputElement && target.type === 'file') return;
    if (target instanceof HTMLInputElement && target.type === 'range') {
      const [least, most] = [Number(target.min || 0), Number(target.max || 100)];
      return enter(target, String(least + random() * (most - least)));
    }
    if (
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && !/^(checkbox|radio)$/.test(target.type))
    ) {
      enter(target, pick(['7', '0.5', '-3', 'abc', '日本', '', '1e9', '12']));
      if (random() < 0.5) key(target, 'Enter');
      return target.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    }
    if (target instanceof HTMLCanvasElement || target instanceof SVGElement) drag(target);
    else if (random() < 0.2)
      key(target, pick(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'Home', 'Enter', ' ', 'Escape']));
    press(target);
  };
  const counted = (window as unknown as { countAct?: () => Promise<void> }).countAct;
  let used = 0;
  for (let i = 0; i < acts; i += 1) {
    const all = controls();
    if (all.length === 0) break;
    use(pick(all));
    used += 1;
    // Whoever waited for the walk may have gone: nobody counts then.
    counted?.().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, random() < 0.1 ? 120 : 12));
  }
  return used;
}
