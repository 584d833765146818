import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { ServerProcess } from '@/people/server-process';
import { PATIENCE_MS } from '@/tests/patience';
import { launchChromium, watchErrors } from './chromium';
import { story } from './story';

/**
 * One teacher and three students, each in a browser context of its own, walk a whole class on the production build:
 * account, lobby, training, a reload of everybody, a killed and restarted server in the middle, submissions, the end
 * and the review.
 */
const chapter = story();
let server: ServerProcess;
let browser: Browser;
let code = '';
const errors: string[] = [];

interface Person {
  context: BrowserContext;
  page: Page;
}
let teacher: Person;
const students: (Person & { nickname: string })[] = [];
const NICKNAMES = ['Ada', '花子', 'Kai'];
const EMAIL = 'teacher@example.org';
const PASSWORD = 'a long enough password';

async function arrive(language = 'en-GB'): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: language,
    // All moves here.
    reducedMotion: 'no-preference',
  });
  const page = await context.newPage();
  const complaints = watchErrors(page);
  page.on('close', () => errors.push(...complaints));
  return { context, page };
}

/** A number that the bench says of the run, such as `step`; NaN where it has none yet. */
async function runFact(page: Page, fact: string): Promise<number> {
  const value = await page.getByTestId('run-status').getAttribute(`data-${fact}`);
  return value ? Number(value) : Number.NaN;
}

async function waitForRun(page: Page, wanted: { state?: string; step?: number }): Promise<void> {
  await page.waitForFunction(
    ({ state, step }) => {
      const status = document.querySelector<HTMLElement>('[data-testid="run-status"]');
      if (!status) return false;
      return (!state || status.dataset.state === state) && (!step || Number(status.dataset.step) >= step);
    },
    wanted,
    { timeout: PATIENCE_MS },
  );
}

function card(nickname: string) {
  return teacher.page.locator(`[data-testid="student-card"][data-nickname="${nickname}"]`);
}

async function waitForCard(nickname: string, wanted: { states?: string[]; step?: number }): Promise<void> {
  await teacher.page.waitForFunction(
    ({ name, states, step }) => {
      const found = document.querySelector<HTMLElement>(
        `[data-testid="student-card"][data-nickname="${name}"]`,
      );
      if (!found) return false;
      const { state = '', step: at = '0' } = found.dataset;
      return (!states || states.includes(state)) && (!step || Number(at) >= step);
    },
    { name: nickname, ...wanted },
    { timeout: PATIENCE_MS },
  );
}

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchChromium({ whole: true })]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

chapter('a teacher makes an account and starts a class on the digits', async () => {
  teacher = await arrive();
  const { page } = teacher;
  await page.goto(server.origin);
  await page.getByRole('link', { name: 'For teachers' }).click();
  await page.waitForURL('**/teach/sign-in**');
  await page.goto(`${server.origin}/teach/sign-up`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Ms Lovelace');
  await page.getByRole('textbox', { name: 'Email' }).fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/teach');
  await page
    .getByRole('link', { name: 'Start a class' })
    .or(page.getByRole('button', { name: 'Start a class' }))
    .first()
    .click();
  await page.locator('[data-lesson="handwritten-digits"]').getByRole('button', { name: 'Start' }).click();
  await page.waitForURL('**/teach/live/*');
  code = ((await page.getByTestId('room-code').first().textContent()) ?? '').trim();
  expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
});

chapter('three students join with the code; the lobby shows them', async () => {
  for (const nickname of NICKNAMES) {
    const person = await arrive();
    students.push({ ...person, nickname });
    const { page } = person;
    await page.goto(server.origin);
    // As people type: small letters, with a blank.
    await page
      .getByRole('textbox', { name: 'Room code' })
      .fill(`${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForURL(`**/join/${code}`);
    await page.getByRole('textbox', { name: 'Nickname' }).fill(nickname);
    await page.getByRole('button', { name: 'Join class' }).click();
    await page.waitForURL(`**/class/${code}`);
    await teacher.page.getByText(nickname, { exact: true }).first().waitFor();
  }
});

chapter('after Begin everybody trains in the own browser, and the teacher sees it live', async () => {
  await teacher.page.getByRole('button', { name: 'Begin' }).click();
  for (const { page } of students) {
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await waitForRun(page, { step: 1 });
  }
  for (const { page, nickname } of students) {
    await waitForRun(page, { step: 20 });
    expect(await page.getByTestId('run-status').getAttribute('data-backend')).toMatch(
      /^(kernels|webgl|wasm|cpu)$/,
    );
    await waitForCard(nickname, { states: ['training', 'finished'], step: 10 });
  }
});

chapter('pause all holds every training, resume all lets it go on', async () => {
  await teacher.page.getByRole('button', { name: 'Pause all' }).click();
  for (const { page } of students) {
    await page.waitForFunction(() =>
      ['paused', 'finished'].includes(
        document.querySelector<HTMLElement>('[data-testid="run-status"]')?.dataset.state ?? '',
      ),
    );
  }
  await teacher.page.getByRole('button', { name: 'Resume all' }).click();
  for (const { page } of students) {
    await page.waitForFunction(() =>
      ['training', 'finished'].includes(
        document.querySelector<HTMLElement>('[data-testid="run-status"]')?.dataset.state ?? '',
      ),
    );
  }
});

chapter('a reload of each keeps identity, class and run', async () => {
  const before = await Promise.all(students.map(({ page }) => runFact(page, 'step')));
  await Promise.all([teacher.page.reload(), ...students.map(({ page }) => page.reload())]);
  for (const [index, { page, nickname }] of students.entries()) {
    await page.getByText(nickname, { exact: true }).first().waitFor();
    await waitForRun(page, { step: before[index]! });
    await waitForCard(nickname, { step: before[index]! });
  }
  expect(await teacher.page.locator('[data-testid="student-card"]').count()).toBe(3);
});

chapter(
  'the server is killed and started again: training goes on and nothing acknowledged is missing',
  async () => {
    const shown = new Map<string, number>();
    for (const { nickname } of students)
      shown.set(nickname, Number(await card(nickname).getAttribute('data-step')));
    await server.kill('SIGKILL');
    await server.run();
    for (const { page, nickname } of students) {
      // What the console showed had reached the server; it is there again without any doing of the student.
      await waitForCard(nickname, { step: shown.get(nickname)! });
      await waitForRun(page, { state: 'finished' });
      await waitForCard(nickname, { states: ['finished'] });
    }
  },
);

chapter('the server verifies what students submit and ranks them', async () => {
  for (const { page, nickname } of students) {
    await page.getByRole('button', { name: 'Submit' }).click();
    await teacher.page
      .getByRole('table', { name: 'Leaderboard' })
      .getByText(nickname, { exact: true })
      .waitFor();
  }
  const { page } = students[0]!;
  for (let step = 1; step < 5; step += 1)
    await teacher.page.getByRole('button', { name: 'Next step' }).click();
  await page.locator('[data-testid="bench"][data-step-id="challenge"]').waitFor();
  await page.getByRole('table', { name: 'Leaderboard' }).getByText('Ada', { exact: true }).waitFor();
  // The bundled verifier runs on WASM: it would tell if it had fallen back to plain JavaScript.
  expect(server.printed).not.toMatch(/backend wasm failed/);
  const rows = teacher.page.getByRole('table', { name: 'Leaderboard' }).getByRole('row');
  await expect.poll(() => rows.count()).toBe(1 + students.length);
});

chapter('a drawn digit moves the ten probabilities', async () => {
  const { page } = students[1]!;
  await page.getByRole('button', { name: 'Step 3: Draw your own' }).click();
  const canvas = page.getByTestId('drawing-canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.8, { steps: 12 });
  await page.mouse.up();
  await page.waitForFunction(() => {
    const bars = [...document.querySelectorAll<HTMLElement>('[data-testid="answer-probability"]')].map(
      (bar) => Number(bar.dataset.probability),
    );
    return (
      bars.length === 10 &&
      Math.abs(bars.reduce((sum, value) => sum + value, 0) - 1) < 0.02 &&
      Math.max(...bars) > 0.2
    );
  });
});

chapter(
  'the class ends, the private half is revealed, and the review has every run with its curve',
  async () => {
    await teacher.page.getByRole('button', { name: 'End class' }).click();
    await teacher.page
      .getByRole('dialog')
      .or(teacher.page.getByRole('alertdialog'))
      .getByRole('button', { name: 'End class' })
      .click();
    await students[2]!.page.getByText(/ended/i).first().waitFor();
    await teacher.page.goto(`${server.origin}/review`);
    await teacher.page
      .getByRole('link', { name: /Handwritten digits/ })
      .first()
      .click();
    const runs = teacher.page.getByRole('table', { name: 'Runs' });
    await runs.waitFor();
    for (const nickname of NICKNAMES) await runs.getByText(nickname, { exact: true }).first().waitFor();
    const coming = teacher.page.waitForEvent('download');
    await teacher.page.getByRole('link', { name: 'Export CSV' }).click();
    const taken = readFileSync(await (await coming).path(), 'utf8');
    for (const nickname of NICKNAMES) expect(taken).toContain(`,${nickname},`);
    await runs.getByRole('link').first().click();
    await teacher.page.waitForURL('**/review/*/runs/*');
    await teacher.page.locator('.recharts-surface').first().waitFor();
    await teacher.page
      .getByRole('table', { name: /confusion/i })
      .or(teacher.page.getByRole('img', { name: /confusion/i }))
      .or(teacher.page.getByRole('grid', { name: /confusion/i }))
      .first()
      .waitFor();
  },
);

chapter(
  'the run can be looked at as it was at a kept moment, and goes on from there in the lab',
  async () => {
    const { page } = teacher;
    const moments = page.getByRole('table', { name: 'Moments of this run' });
    // Its start, and what the student's browser sent while it trained.
    await moments.getByRole('row').nth(2).waitFor();
    await page.getByRole('button', { name: 'Open the network' }).click();
    const network = page.getByTestId('moment-network');
    await page.locator('[data-testid="moment-network"]:not([data-step=""])').waitFor();
    const step = Number(await network.getAttribute('data-step'));
    expect(step).toBeGreaterThan(0);
    await network
      .getByText(`at step ${step.toLocaleString('en-GB')}`, { exact: false })
      .first()
      .waitFor();
    await page.getByRole('slider', { name: 'Moment' }).press('Home');
    await page.locator('[data-testid="moment-network"][data-step="0"]').waitFor();
    await moments.getByRole('button').last().click();
    await network.getByRole('button', { name: 'Continue in the lab' }).click();
    await page.waitForURL('**/lab?bench=digits**');
    await page.getByText(/This run goes on from step/).waitFor();
    await page.goBack();
    await page.getByRole('textbox', { name: 'Feedback to the student' }).waitFor();
  },
);

chapter(
  'feedback is read on the own page of the student, which is deleted by the student alone',
  async () => {
    const { page } = teacher;
    const name = await page.getByRole('heading', { level: 1 }).innerText();
    const student = students.find(({ nickname }) => name.includes(nickname))!;
    await page.getByRole('textbox', { name: 'Feedback to the student' }).fill('Try a lower rate.');
    await page
      .locator('form', { hasText: 'Feedback to the student' })
      .getByRole('button', { name: 'Save' })
      .click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    await student.page.getByRole('button', { name: 'Your own page' }).click();
    await student.page.waitForURL('**/me/*');
    await student.page.getByText('Try a lower rate.').waitFor();
    // The lesson is over: what it was for, and how far the student came with its steps.
    await student.page.getByRole('heading', { name: 'What you found' }).waitFor();
    await student.page.getByTestId('own-goals').getByRole('listitem').first().waitFor();
    await student.page.getByRole('table', { name: 'Runs' }).getByRole('link').first().click();
    await student.page.waitForURL('**/me/*/runs/*');
    await student.page.getByRole('table', { name: 'Moments of this run' }).waitFor();
    await student.page.getByRole('link', { name: 'Your own page' }).click();
    await student.page.getByRole('button', { name: 'Delete everything' }).click();
    await student.page.getByRole('button', { name: 'Delete for good' }).click();
    await student.page.getByRole('heading', { name: 'Everything of yours is deleted' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Nothing wired up here' }).waitFor();
  },
);

chapter('the teacher signs out and back in, and finds the class', async () => {
  const { page } = teacher;
  await page.goto(`${server.origin}/teach`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL((url) => url.pathname !== '/teach');
  await page.goto(`${server.origin}/teach`);
  await page.waitForURL('**/teach/sign-in**');
  await page.getByRole('textbox', { name: 'Email' }).fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/teach');
  await page.goto(`${server.origin}/review`);
  await page.getByText(code).first().waitFor();
});

chapter('no page complained on the way', async () => {
  for (const { page } of [teacher, ...students]) await page.close();
  expect(errors).toEqual([]);
});
