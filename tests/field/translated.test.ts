import { describe, expect, test } from 'vitest';
import { Comebacks } from '@/client/ui/coming-back';
import { makeDomSturdy } from '@/client/ui/sturdy-dom';

/** As much of a browser's tree as the guard touches, as strict as a browser is. */
class Leaf {
  parentNode: Leaf | null = null;
  children: Leaf[] = [];
  constructor(readonly name: string) {}
  contains(other: Leaf | null): boolean {
    for (let node = other; node; node = node.parentNode) if (node === this) return true;
    return false;
  }
  removeChild(child: Leaf): Leaf {
    if (child.parentNode !== this) throw new Error('NotFoundError');
    this.children.splice(this.children.indexOf(child), 1);
    child.parentNode = null;
    return child;
  }
  insertBefore(fresh: Leaf, before: Leaf | null): Leaf {
    if (before && before.parentNode !== this) throw new Error('NotFoundError');
    this.children.splice(before ? this.children.indexOf(before) : this.children.length, 0, fresh);
    fresh.parentNode = this;
    return fresh;
  }
  get written(): string {
    return `${this.name}(${this.children.map((child) => child.written).join(' ')})`.replace('()', '');
  }
}

class Sturdy extends Leaf {}
makeDomSturdy(Sturdy.prototype as unknown as Node);

/** A paragraph with two texts, of which the second was put into something by somebody else. */
function changed(Kind: typeof Leaf) {
  const [parent, first, second, around] = ['p', 'a', 'b', 'font'].map((name) => new Kind(name)) as [
    Leaf,
    Leaf,
    Leaf,
    Leaf,
  ];
  parent.insertBefore(first, null);
  parent.insertBefore(around, null);
  around.insertBefore(second, null);
  return { parent, first, second, around };
}

describe('the guard', () => {
  test('control: without it, what was moved or taken away throws', () => {
    const { parent, second } = changed(Leaf);
    expect(() => parent.removeChild(second)).toThrow();
    expect(() => parent.insertBefore(new Leaf('c'), second)).toThrow();
  });

  test('removes what was put deeper, and misses nothing that is gone', () => {
    const { parent, first, second } = changed(Sturdy);
    expect(parent.removeChild(second)).toBe(second);
    expect(parent.written).toBe('p(a font)');
    parent.removeChild(first);
    expect(parent.removeChild(first)).toBe(first);
    expect(parent.written).toBe('p(font)');
  });

  test('leaves alone what lies elsewhere', () => {
    const { parent } = changed(Sturdy);
    const other = changed(Sturdy);
    parent.removeChild(other.second);
    expect(other.parent.written).toBe('p(a font(b))');
  });

  test('puts before what was put deeper, and at the end where that is gone', () => {
    const { parent, first, second } = changed(Sturdy);
    parent.insertBefore(new Sturdy('c'), second);
    expect(parent.written).toBe('p(a c font(b))');
    parent.removeChild(first);
    parent.insertBefore(new Sturdy('d'), first);
    parent.insertBefore(new Sturdy('e'), null);
    expect(parent.written).toBe('p(c font(b) d e)');
  });
});

test('what fails comes back three times in twenty seconds, and again once they are over', () => {
  const comebacks = new Comebacks();
  expect([0, 1_000, 2_000, 3_000].map((now) => comebacks.mayTry(now))).toEqual([true, true, true, false]);
  expect(comebacks.mayTry(19_999)).toBe(false);
  expect(comebacks.mayTry(20_000)).toBe(true);
  expect(comebacks.mayTry(20_500)).toBe(false);
});
