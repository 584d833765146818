import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Lesson } from '@/lessons/lesson';
import { accessibilityProblems, sidewaysOverflow } from '../axe';
import { launchChromium, watchErrors } from '../chromium';
import { ServerProcess } from '../server-process';
import { aloneAt, type Language, type Place } from './place';

/** A phone under a finger. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** The browser's language, so that the page comes in it. */
export function localeOf(language: Language): BrowserContextOptions {
  return { locale: language === 'ja' ? 'ja-JP' : 'en-GB' };
}

/** One server and one Chromium for a whole file of tests. */
export class Stage {
  server!: ServerProcess;
  browser!: Browser;

  constructor() {
    beforeAll(async () => {
      [this.server, this.browser] = await Promise.all([ServerProcess.start(), launchChromium()]);
    });
    afterAll(async () => {
      await this.browser?.close();
      await this.server?.remove();
    });
  }

  /** A visitor alone at a lesson, on a page of an own context that may not complain. */
  async alone(
    lesson: Pick<Lesson, 'id'>,
    options: BrowserContextOptions,
    act: (place: Place) => Promise<void>,
  ): Promise<void> {
    const context = await this.browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'en-GB',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const errors = watchErrors(page);
    const language = options.locale?.startsWith('ja') ? 'ja' : 'en';
    await act(aloneAt(page, this.server.origin, lesson.id, language));
    expect(errors).toEqual([]);
    await context.close();
  }
}

/** Registers the test that a student walks through the lesson, in each language. */
export function testWalk(
  stage: Stage,
  lesson: Lesson,
  title: string,
  walk: (place: Place) => Promise<void>,
): void {
  test.each<Language>(['en', 'ja'])(`lesson ${lesson.number} ${title}, in %s`, (language) =>
    stage.alone(lesson, localeOf(language), walk),
  );
}

/** What the note that a bench waits lies on: words and controls that nobody can read then. */
export function coveredByNote(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const note = document.querySelector('[data-testid="held-note"]');
    if (!note) return [];
    const { top, bottom, left, right } = note.getBoundingClientRect();
    const parts = note.parentElement!.querySelectorAll(
      'label, legend:not(.sr-only), button, input, p, dt, dd',
    );
    return [...parts].flatMap((part) => {
      const box = part.getBoundingClientRect();
      const apart = box.bottom <= top || box.top >= bottom || box.right <= left || box.left >= right;
      return apart || note.contains(part) || box.width < 2
        ? []
        : [part.textContent || part.outerHTML.slice(0, 80)];
    });
  });
}

/** Registers the test that nothing sticks out sideways on a phone at any step, and axe finds nothing, in both themes. */
export function testPhone(stage: Stage, lesson: Lesson): void {
  test('every step fits a phone and axe finds nothing, in both themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await stage.alone(
        lesson,
        { ...PHONE, colorScheme, reducedMotion: 'reduce' },
        async ({ page, open }) => {
          for (const { id } of lesson.steps) {
            await open(id);
            expect(await accessibilityProblems(page), id).toEqual([]);
            expect(await sidewaysOverflow(page), id).toBeLessThanOrEqual(0);
            expect(await coveredByNote(page), id).toEqual([]);
          }
        },
      );
    }
  });
}
