import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import enLesson from '@/client/messages/en/lesson.json';
import jaLesson from '@/client/messages/ja/lesson.json';
import type { Lesson } from '@/lessons/lesson';
import { farByTab } from '@/tests/browser/tab-stops';

export type Language = 'en' | 'ja';

/** Alone, what is dealt is drawn from this seed, so that a walk can solve it. */
const SEED = 7;

/** Where a student goes through a lesson: alone at /learn, or in a class whose teacher leads. A walk does both. */
export interface Place {
  kind: 'alone' | 'class';
  page: Page;
  language: Language;
  /** What is dealt here is drawn from it. */
  seed: number;
  /** Goes to a step, or waits until the class is led there; its bench has come then. */
  open(stepId: string): Promise<void>;
}

/** What a bench has on it once it has come; where nothing is said, a fieldset of controls. */
const SIGNS: Readonly<Record<string, string>> = {
  'learning-from-data': 'input[type="radio"], [data-testid="drawing-canvas"]',
  'neural-networks': '[data-testid="network"]',
  backpropagation: '[data-chip]',
  'training-loop': 'button, [data-testid="loop-digits"]',
};

/** What the recap has instead, where nothing was done. */
const NO_WORK = '[data-testid="no-work"]';

/** Waits until the bench of a step stands there, and not its question alone. */
export async function waitForBench(page: Page, lessonId: string, stepId: string): Promise<void> {
  const sign = SIGNS[lessonId] ?? 'fieldset';
  await page
    .locator(
      `[data-testid="bench"][data-step-id="${stepId}"] :is(${sign}, ${NO_WORK}):not([data-testid="prediction"] *)`,
    )
    .first()
    .waitFor();
}

/** Chooses another step on the page of a lesson that is open, in its list of steps: a page that comes anew takes several times as long. */
export async function chooseStep(page: Page, { steps }: Lesson, stepId: string): Promise<void> {
  const at = steps.findIndex((step) => step.id === stepId);
  await page.locator('ol > li > button[title]').nth(at).click();
  await page.locator(`[data-testid="bench"][data-step-id="${stepId}"]`).waitFor();
}

/** Goes to another step on the page of a lesson that is open, and waits for the bench. */
export async function goToStep(page: Page, lesson: Lesson, stepId: string): Promise<void> {
  await chooseStep(page, lesson, stepId);
  await waitForBench(page, lesson.id, stepId);
}

/**
 * A student alone at /learn.
 * @param onLeave told before the walk goes on from a step, with all that was done there on the page
 */
export function aloneAt(
  page: Page,
  origin: string,
  lessonId: string,
  language: Language,
  onLeave: (stepId: string) => Promise<void> = async () => {},
): Place {
  let at: string | null = null;
  return {
    kind: 'alone',
    page,
    language,
    seed: SEED,
    async open(stepId) {
      if (at !== null) await onLeave(at);
      at = stepId;
      await page.goto(`${origin}/learn/${lessonId}?step=${stepId}&seed=${SEED}`);
      await waitForBench(page, lessonId, stepId);
      expect(await farByTab(page), stepId).toEqual([]);
    },
  };
}

/** Makes the guess without which the bench stays shut, and waits until it opens. */
export async function guess({ page, language }: Place, choice: string): Promise<void> {
  const words = { en: enLesson, ja: jaLesson }[language].prediction;
  const card = page.getByTestId('prediction');
  await page.locator('[data-testid="bench"] fieldset:disabled').first().waitFor({ state: 'attached' });
  await card.getByText(choice, { exact: true }).click();
  await card.getByRole('button', { name: words.commit, exact: true }).click();
  await page.waitForFunction(() => !document.querySelector('[data-testid="bench"] fieldset:disabled'));
}

/** Types a number into the field that is named so. */
export async function setNumber(page: Page, label: string, value: number): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(String(value));
  await field.press('Enter');
}

/** Waits until a goal of the step is met, as the words beside the bench say. */
export async function waitForGoal(page: Page, goal: string): Promise<void> {
  await page.locator(`[data-testid="goal"][data-goal="${goal}"][data-met="true"]`).waitFor();
}
