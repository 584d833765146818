/**
 * What others do to our pages, as scripts that run inside them. Each is written out in one function, since it travels as text.
 */

/**
 * What a browser's translation does: each text goes into `<font><font>…</font></font>`, what comes or changes later too.
 * What must not be translated is left alone.
 */
export function translate(): void {
  const wrap = (node: Node) => {
    const parent = node.parentElement;
    if (node.nodeType !== 3 || !parent || !/\p{L}{2,}/u.test((node as Text).data)) return;
    if (/^(SCRIPT|STYLE|TEXTAREA|FONT)$/.test(parent.tagName) || parent.closest('svg,[translate=no]')) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = `«${(node as Text).data}»`;
    outer.append(inner);
    (node as Text).replaceWith(outer);
  };
  const wrapAll = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(wrap);
  };
  wrapAll(document.body);
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') wrap(change.target);
      for (const node of change.addedNodes) {
        if (node.nodeType === 3) wrap(node);
        else if (node.nodeType === 1 && node.nodeName !== 'FONT') wrapAll(node);
      }
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}

/**
 * What extensions do: put texts and elements between ours, put something around words, take parts away, write styles and attributes
 * everywhere. Drawn from a seed, some of it every few milliseconds.
 */
export function meddle(seed: number): void {
  let state = seed * 2654435761 + 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <Thing>(things: ArrayLike<Thing>) => things[Math.floor(random() * things.length)];
  const ours = () => [
    ...document.body.querySelectorAll<HTMLElement>('*:not(script, style, svg *, font, [data-ext])'),
  ];
  const mark = () => {
    const added = document.createElement('span');
    added.dataset.ext = '';
    added.textContent = 'ext';
    return added;
  };
  const deeds = [
    () => {
      const parent = pick(ours())!;
      if (!/^(SELECT|TEXTAREA|INPUT|SVG|CANVAS|BUTTON)$/i.test(parent.tagName))
        parent.insertBefore(mark(), pick(parent.childNodes) ?? null);
    },
    () => document.body.insertBefore(mark(), pick(document.body.childNodes) ?? null),
    () => {
      const input = pick(document.querySelectorAll('input, textarea'));
      input?.parentNode?.insertBefore(mark(), random() < 0.5 ? input : input.nextSibling);
    },
    () => {
      const text = pick(
        [...pick(ours())!.childNodes].filter((node) => node.nodeType === 3 && /\S/.test((node as Text).data)),
      );
      if (!text) return;
      const around = mark();
      around.textContent = '';
      text.parentNode!.replaceChild(around, text);
      around.append(text);
    },
    () => {
      const leaf = pick(
        ours().filter(
          (one) => one.childElementCount === 0 && !one.matches('input, canvas, button, textarea'),
        ),
      );
      leaf?.remove();
    },
    () => {
      const words = pick([...pick(ours())!.childNodes].filter((node) => node.nodeType === 3));
      (words as ChildNode | undefined)?.remove();
    },
    () => {
      const target = pick(ours())!;
      target.setAttribute('data-darkreader-inline-color', '');
      target.style.setProperty('--darkreader-inline-color', '#e8e6e3');
      target.classList.add('ext-dark');
    },
  ];
  setInterval(() => pick(deeds)!(), 25);
}

/** Gives the page the browser's own methods again, so that what our guard does is seen by its absence. */
export function takeGuardOff(): void {
  const { removeChild, insertBefore } = Node.prototype;
  Object.assign(window, { guard: { removeChild, insertBefore } });
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.documentElement.append(frame);
  const { prototype } = (frame.contentWindow as unknown as typeof globalThis).Node;
  Node.prototype.removeChild = prototype.removeChild;
  Node.prototype.insertBefore = prototype.insertBefore;
}

/** Undoes {@link takeGuardOff}; a page that was left for another one has its guard anyway. */
export function putGuardBack(): void {
  Object.assign(Node.prototype, (window as unknown as { guard?: object }).guard);
}

/**
 * The next node that React puts into or takes out of `within` fails, once. `window.backAfter` then says after how many milliseconds the first
 * element that fits `sign` was there again, made anew.
 */
export function breakNextChange({ within, sign }: { within: string; sign: string }): void {
  const seen = window as unknown as { backAfter?: number };
  const before = document.querySelector(sign);
  const whole = {
    appendChild: Node.prototype.appendChild,
    insertBefore: Node.prototype.insertBefore,
    removeChild: Node.prototype.removeChild,
  };
  const fail = (at: Node) => {
    const element = at instanceof Element ? at : at.parentElement;
    if (!element?.closest(within)) return;
    Object.assign(Node.prototype, whole);
    const failedAt = performance.now();
    const look = () => {
      const now = document.querySelector(sign);
      if (now && now !== before && !before?.isConnected) seen.backAfter = performance.now() - failedAt;
      else setTimeout(look, 5);
    };
    look();
    throw new DOMException('not a child of this node', 'NotFoundError');
  };
  for (const [name, method] of Object.entries(whole))
    Object.defineProperty(Node.prototype, name, {
      configurable: true,
      writable: true,
      value(this: Node, ...nodes: never[]) {
        fail(this);
        return (method as (...nodes: never[]) => Node).apply(this, nodes);
      },
    });
}
