import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Lesson } from '@/lessons/lesson';
import { accessibilityProblems, sidewaysOverflow } from '../axe';
import { watchErrors } from '../chromium';

export type Language = 'en' | 'ja';

/** A page of its own that may not complain. */
export async function withPage(
  browser: Browser,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await act(page);
  expect(errors).toEqual([]);
  await context.close();
}

/** The browser's language, so that the page comes in it. */
export function localeOf(language: Language): BrowserContextOptions {
  return { locale: language === 'ja' ? 'ja-JP' : 'en-GB' };
}

/** Every step on a phone, in both themes: nothing sticks out sideways, axe finds nothing. */
export async function expectFitsPhone(
  browser: Browser,
  lesson: Lesson,
  open: (page: Page, step: string) => Promise<void>,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await withPage(
      browser,
      { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme, reducedMotion: 'reduce' },
      async (page) => {
        for (const step of lesson.steps) {
          await open(page, step.id);
          expect(await accessibilityProblems(page), step.id).toEqual([]);
          expect(await sidewaysOverflow(page), step.id).toBeLessThanOrEqual(0);
        }
      },
    );
  }
}
