import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askAgain } from '@/client/live/ask-again';

/** As much of a page as is needed: its scripts and style sheets, and what the browser tells of them. */
class FakeElement {
  constructor(
    readonly localName: string,
    private readonly attributes: Record<string, string> = {},
  ) {}
  getAttribute(name: string): string | null {
    return this.attributes[name] ?? null;
  }
  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
    if (value.includes('again=')) asked.push(value);
  }
}

let elements: FakeElement[];
let asked: string[];
let stops: number;
let loaded: (event: { target: unknown }) => void;
let told: boolean[];
const page = {} as { scriptsHeld?: boolean; pageLives?: boolean; stop(): void };

const script = (src: string) => new FakeElement('script', { src });
const comes = (element: FakeElement) => loaded({ target: element });

beforeEach(() => {
  vi.useFakeTimers();
  [elements, asked, told, stops] = [[], [], [], 0];
  Object.assign(page, {
    scriptsHeld: undefined,
    pageLives: false,
    stop: () => {
      stops += 1;
    },
  });
  vi.stubGlobal('window', page);
  vi.stubGlobal('Element', FakeElement);
  vi.stubGlobal('location', { href: 'http://school.test/' });
  vi.stubGlobal('dispatchEvent', () => told.push(page.scriptsHeld === true));
  vi.stubGlobal('performance', { now: () => Date.now(), getEntriesByName: () => [] });
  vi.stubGlobal('document', {
    addEventListener: (_: string, listener: typeof loaded) => {
      loaded = listener;
    },
    querySelectorAll: () => elements,
    createElement: (name: string) => new FakeElement(name),
    head: { append: (element: FakeElement) => elements.push(element) },
  });
  // As it stands in a page: as text.
  new Function(`(${askAgain})(8000,1000)`)();
});

afterEach(() => {
  // The other way round the clock that stands still would come back with what was stubbed.
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what comes in time is asked for once', async () => {
  elements.push(script('/_next/a.js'));
  await vi.advanceTimersByTimeAsync(3_000);
  comes(elements[0]!);
  await vi.advanceTimersByTimeAsync(100_000);
  expect([asked, told, stops]).toEqual([[], [], 0]);
});

test('what does not come is told and asked for again, later each time, until any of its copies comes', async () => {
  elements.push(script('/_next/a.js'));
  page.pageLives = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/^\/_next\/a\.js\?again=\d+$/);
  expect(told).toEqual([true]);
  await vi.advanceTimersByTimeAsync(16_000);
  expect(asked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(16_000);
  expect(asked).toHaveLength(2);
  comes(elements.at(-1)!);
  await vi.advanceTimersByTimeAsync(100_000);
  expect([asked.length, stops]).toEqual([2, 0]);
  expect(told).toEqual([true, false]);
});

test('while one after another comes, nothing is held back', async () => {
  for (let i = 0; i < 6; i += 1) elements.push(script(`/_next/${i}.js`));
  for (let i = 0; i < 6; i += 1) {
    await vi.advanceTimersByTimeAsync(7_000);
    comes(elements[i]!);
  }
  await vi.advanceTimersByTimeAsync(50_000);
  expect([asked, told, stops]).toEqual([[], [], 0]);
});

test('before the page lives its connections are freed, from the second try on', async () => {
  elements.push(script('/_next/a.js'), new FakeElement('link', { href: '/_next/a.css' }));
  await vi.advanceTimersByTimeAsync(10_000);
  expect([asked.length, stops]).toEqual([2, 0]);
  expect(elements[1]!.getAttribute('media')).toBe('not all');
  await vi.advanceTimersByTimeAsync(16_000);
  expect([asked.length, stops]).toEqual([4, 1]);
  for (const element of elements) comes(element);
  await vi.advanceTimersByTimeAsync(100_000);
  expect([asked.length, stops]).toEqual([4, 1]);
  expect(told).toEqual([true, false]);
});

test('what the page takes away again is not waited for', async () => {
  elements.push(script('/_next/a.js'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([true]);
  elements.length = 0;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told).toEqual([true, false]);
});
