import { expect, test } from 'vitest';
import en from '@/client/messages/en/loss.json';
import ja from '@/client/messages/ja/loss.json';
import { loss } from '@/lessons/loss/lesson';
import { localeOf, Stage } from './lesson-walk';
import type { Language } from './place';

const WORDS = { en, ja };

const stage = new Stage();

/** Until the page's `workersCome` is set, no worker's code comes. */
const WITHOUT_WORKERS = `
  const Real = Worker;
  window.Worker = function (address, options) {
    return new Real(window.workersCome ? address : '/no-such-worker.js', options);
  };`;

test.each<Language>(['en', 'ja'])(
  'I12: a worker that does not start is told of, and can be tried again, in %s',
  (language) =>
    stage.alone(loss, localeOf(language), async ({ page, open }) => {
      const words = WORDS[language];
      await page.addInitScript(WITHOUT_WORKERS);
      const failed = page.getByText(words.worker.failed);
      const retry = page.getByRole('button', { name: words.worker.retry, exact: true });
      const train = page.getByRole('button', { name: words.bar.train, exact: true });

      await open('challenge');
      await train.click();
      await failed.waitFor();
      await page.evaluate('window.workersCome = true');
      await retry.click();
      await page.locator('[data-testid="run-status"][data-state="finished"]').waitFor();
      expect(await failed.count()).toBe(0);

      // Also while the bench still waits for the guess.
      await open('race');
      await failed.waitFor();
    }),
);
