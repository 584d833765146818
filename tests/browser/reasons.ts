import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Points at each button that tells why it waits, and goes to it by keyboard: the whole reason lies in the window.
 * @returns how many such buttons are to be seen
 */
export async function expectReasonsSeen(page: Page): Promise<number> {
  const buttons = page.locator('button:has([data-reason]):visible');
  const count = await buttons.count();
  for (let index = 0; index < count; index += 1) {
    const button = buttons.nth(index);
    const reason = button.locator('[data-reason]');
    const name = `${await button.innerText()}: ${await reason.textContent()}`;
    await button.hover();
    await reason.waitFor();
    // What moves it comes with the first reason.
    await expect.poll(() => reason.evaluate(outside), { message: name }).toBe(0);
    await page.mouse.move(0, 0);
    await reason.waitFor({ state: 'hidden' });
    // A key was the last that was used: the focus is shown.
    await page.keyboard.press('Shift');
    await button.focus();
    await reason.waitFor();
    await expect.poll(() => reason.evaluate(outside), { message: `${name}, by keyboard` }).toBe(0);
    await button.blur();
  }
  return count;
}

/** Runs in the page: how many pixels of an element lie outside the window. */
function outside(element: Element): number {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  return Math.max(0, -left, -top, right - clientWidth, bottom - clientHeight);
}
