import type { Page } from 'playwright-core';

/**
 * What cannot be told on a page where the system forces its colours: what is chosen, what cannot be used, how far a bar is, where
 * the focus is. One line each; measured on computed looks, so it holds for pages that nobody has drawn yet.
 */
export function unseen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const still = document.createElement('style');
    still.textContent = '*, ::before, ::after { transition: none !important }';
    document.head.append(still);
    const visible = (element: Element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility === 'visible';
    };
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
    const system = (colour: string) => {
      const probe = document.createElement('i');
      probe.style.cssText = `color: ${colour}; forced-color-adjust: none`;
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    };
    const grey = system('GrayText');
    /** Everything about an element and what is in it that can be seen. */
    const look = (element: Element): string =>
      JSON.stringify(
        [element, ...element.querySelectorAll('*')].filter(visible).map((part) => {
          const style = getComputedStyle(part);
          const edge = (side: string) =>
            style.getPropertyValue(`border-${side}-style`) === 'none' ||
            style.getPropertyValue(`border-${side}-width`) === '0px'
              ? ''
              : style.getPropertyValue(`border-${side}-color`);
          return [
            part.tagName,
            style.backgroundColor,
            ['top', 'right', 'bottom', 'left'].map(edge),
            style.outlineStyle === 'none' ? '' : style.outlineColor,
            style.textDecorationLine,
            style.opacity === '0' ? 'none' : '',
            style.transform,
          ];
        }),
      );

    // Chosen and not: one of a group beside another of the same group.
    const pairs: [kind: string, chosen: string, other: string, group: string][] = [
      [
        'tab',
        '[role="tab"][aria-selected="true"]',
        '[role="tab"][aria-selected="false"]',
        '[role="tablist"]',
      ],
      [
        'pressed',
        '[aria-pressed="true"]',
        '[aria-pressed="false"]',
        ':is(div, ul, ol, fieldset, section, td)',
      ],
      [
        'current',
        '[aria-current]:not([aria-current="false"])',
        ':is(a, button):not([aria-current])',
        ':is(ol, ul, nav)',
      ],
      [
        'option',
        '[role="option"][aria-selected="true"]',
        '[role="option"][aria-selected="false"]',
        '[role="listbox"]',
      ],
      ['radio', '[role*="radio"][aria-checked="true"]', '[role*="radio"][aria-checked="false"]', 'div'],
    ];
    for (const [kind, chosen, other, group] of pairs) {
      for (const element of document.querySelectorAll(chosen)) {
        if (!visible(element)) continue;
        let around = element.parentElement?.closest(group);
        let beside: Element | undefined;
        for (let up = 0; up < 4 && around && !beside; up++, around = around.parentElement?.closest(group))
          beside = [...around.querySelectorAll(other)].find(
            (one) =>
              visible(one) &&
              one.tagName === element.tagName &&
              !one.matches(':disabled, [aria-disabled="true"]'),
          );
        if (beside && look(element) === look(beside))
          faults.push(`${kind}: ${named(element)} looks like ${named(beside)}`);
      }
    }
    // Boxes and radio buttons, by what their label looks like with and without the choice.
    for (const box of document.querySelectorAll<HTMLInputElement>(
      'input:is([type="radio"], [type="checkbox"]).appearance-none',
    )) {
      const label = box.closest('label') ?? box;
      if (!visible(label)) continue;
      const before = look(label);
      const was = box.checked;
      // Of radio buttons another one is let go of meanwhile.
      const group = [...document.getElementsByName(box.name)].filter(
        (one) => one instanceof HTMLInputElement && one.checked,
      ) as HTMLInputElement[];
      box.checked = !was;
      const after = look(label);
      box.checked = was;
      for (const one of group) one.checked = true;
      if (before === after) faults.push(`chosen: ${named(label)} does not show it`);
    }
    // What cannot be used is grey.
    for (const control of document.querySelectorAll(
      ':is(button, input, select, a):is(:disabled, [aria-disabled="true"], [data-disabled])',
    )) {
      if (control.getAttribute('aria-busy') === 'true') continue;
      const shown = control.matches('.appearance-none') ? control.closest('label') : control;
      if (!shown || !visible(shown) || shown.matches('[type="range"], [type="checkbox"], [type="radio"]'))
        continue;
      const { color, backgroundColor } = getComputedStyle(shown);
      // Grey words; or, where it is chosen too, words on grey.
      if (color !== grey && backgroundColor !== grey)
        faults.push(`disabled: ${named(shown)} is ${color}, not ${grey}`);
    }
    // How far a bar is.
    const ground = (element: Element | null): string => {
      for (let at = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor;
      }
      return system('Canvas');
    };
    const fills = document.querySelectorAll<HTMLElement>(
      '[role="progressbar"] > *, [role="meter"] > *, [style*="scaleX"], span[style*="width:"][style*="%"], div[style*="width:"][style*="%"]',
    );
    for (const fill of fills) {
      if (!visible(fill) || fill.childElementCount > 0 || fill.textContent) continue;
      if (getComputedStyle(fill).backgroundColor === ground(fill.parentElement))
        faults.push(`bar: in ${named(fill.closest('[aria-label]') ?? fill)} has the colour of its ground`);
    }
    // Pictures that are drawn: more than one colour.
    for (const canvas of document.querySelectorAll('canvas')) {
      if (!visible(canvas)) continue;
      const context = canvas.getContext('2d');
      if (!context) continue;
      if (canvas.width === 28) {
        // A picture with nothing on it is paper, and paper is the page's ground.
        const { data } = context.getImageData(0, 0, 28, 28);
        const blank = data.every((value, at) => value === data[at % 4]);
        const paper = `rgb(${[...data.slice(0, 3)].join(', ')})`;
        if (blank && data[3] === 255 && paper !== system('Canvas'))
          faults.push(`canvas: ${named(canvas)} has paper of ${paper}`);
      }
      if (canvas.width < 60) continue;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set<number>();
      let inked = 0;
      for (let i = 0; i < data.length; i += 4 * 7) {
        if (data[i + 3]! < 128) continue;
        inked++;
        colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
      }
      const solid = inked > 0.98 * (data.length / 28);
      const only = [...colours][0] ?? 0;
      const same = `rgb(${only >> 16}, ${(only >> 8) & 255}, ${only & 255})` === ground(canvas);
      if (inked > 0 && colours.size === 1 && (same || solid))
        faults.push(`canvas: ${named(canvas)} has one colour`);
    }
    still.remove();
    return [...new Set(faults)];
  });
}

/** Where Tab leads, the focus is seen: an outline, on the control or around it. */
export async function unseenFocus(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (let tab = 0; tab < 4; tab++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const around = [at, at.parentElement, at.parentElement?.parentElement, at.closest('label')];
      const seen = around.some((one) => {
        if (!one) return false;
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
      });
      return seen ? null : `focus: ${at.outerHTML.slice(0, 80)}`;
    });
    if (fault) faults.push(fault);
  }
  return faults;
}
