import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import en from '@/client/messages/en/leak.json';
import ja from '@/client/messages/ja/leak.json';
import { MaskDevice } from '@/engine/together/mask-device';
import { pictureGradient } from '@/engine/together/picture-gradient';
import { wholeGradient } from '@/engine/together/whole-gradient';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { sendKey, sendMasked, sendRevealed } from '@/people/send-gradient';
import { studentTab, type TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { StudentView } from '@/protocol/views';
import { onKernels } from '@/tests/engine/kernels-module';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { launchChromium } from './chromium';
import { sharedServer } from './shared-server';
import { story } from './story';
import { joinAs, type Looks, visit } from './visits';

/**
 * What a gradient tells, on the production build: console and projector, a student with a laptop in English who draws by mouse and lets it be shown, one with a phone in
 * Japanese who draws with the arrow keys and does not, and one over a socket whose device takes part in the sum.
 */
const chapter = story();
const server = sharedServer();
let browser: Browser;
let teacher: RegisteredTeacher;
let made: { id: string; code: string };
let desk: Page;
let wall: Page;
let ada: Page;
let hanako: Page;
let ben: TabStudent<RecordingTab>;
const open = async (path: string, looks: Looks) =>
  (await visit(browser, server.origin + path, looks, { teacher })).page;
const joined = async (nickname: string, looks: Looks) =>
  (await joinAs(browser, server.origin, made.code, nickname, looks)).page;
const LAPTOP = { width: 1366, height: 768, locale: 'en-GB' };

beforeAll(async () => {
  browser = await launchChromium();
  teacher = await createTeacher(server.origin);
  made = await teacher.createClass('handwritten-digits');
  const conductor = await teacher.conduct(made.code);
  mustBeOk(await conductor.command({ type: 'class:begin' }));
  conductor.close();
  desk = await open(`/teach/live/${made.code}`, LAPTOP);
  await desk.getByTestId('class-experiments').getByRole('button', { name: en.title, exact: true }).click();
  ben = await studentTab(server.origin, made.code, 'Ben');
  wall = await open(`/screen/${made.code}`, { width: 1920, height: 1080, locale: 'ja-JP' });
  ada = await joined('Ada', LAPTOP);
  hanako = await joined('花子', { width: 390, height: 844, locale: 'ja-JP' });
});
afterAll(async () => {
  closeTabs();
  await browser?.close();
});

const panel = () => desk.getByTestId('leak-panel');
const card = (page: Page, stage: string) => page.locator(`[data-testid="leak"][data-stage="${stage}"]`);
const screen = (stage: string) => wall.locator(`[data-testid="screen-leak"][data-stage="${stage}"]`);
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();
const label = (page: Page, digit: number) =>
  page.getByTestId('leak').getByRole('button', { name: String(digit), exact: true });
const doing = (page: Page, what: string) =>
  page.locator(`[data-testid="leak-doing"][data-doing="${what}"]`).waitFor();
const ownOf = () => (ben.tab.views.at(-1) as StudentView).leak!;

/** Ada draws with the mouse. */
async function drawThree(): Promise<void> {
  const paper = (await ada.getByTestId('drawing-canvas').boundingBox())!;
  const at = (x: number, y: number) => [paper.x + paper.width * x, paper.y + paper.height * y] as const;
  await ada.mouse.move(...at(0.3, 0.2));
  await ada.mouse.down();
  for (const [x, y] of [
    [0.7, 0.2],
    [0.45, 0.5],
    [0.7, 0.7],
    [0.3, 0.8],
  ] as const)
    await ada.mouse.move(...at(x, y), { steps: 8 });
  await ada.mouse.up();
}

chapter('the class guesses, and nobody is told what', async () => {
  await press(en.ask);
  await screen('asking').getByText(ja.choices.whole).waitFor();
  await card(ada, 'asking').getByText(en.choices.nothing, { exact: true }).click();
  await card(ada, 'asking').getByRole('button', { name: en.guess, exact: true }).click();
  await card(hanako, 'asking').getByText(ja.choices.whole, { exact: true }).click();
  await card(hanako, 'asking').getByRole('button', { name: ja.guess, exact: true }).click();
  await panel()
    .getByText(/2 of 3 have guessed/)
    .waitFor();
  expect(await screen('asking').getByText(ja.choices.whole).count()).toBe(1);
});

chapter('a drawing comes back from its gradient, pixel by pixel, on the own page', async () => {
  await press(en.goSingle);
  await card(ada, 'single').getByText(en.task).waitFor();
  // Of an empty paper nothing is sent.
  await label(ada, 3).click();
  await card(ada, 'single')
    .getByRole('alert')
    .getByText(/nothing on the paper/)
    .waitFor();
  await drawThree();
  await ada.getByText(en.consent, { exact: true }).click();
  await label(ada, 3).click();
  await ada.locator('[data-testid="leak-same"][data-same="784"]').waitFor();
  await card(ada, 'single').getByText(en.yoursWrong).waitFor();
  await card(ada, 'single').getByText(en.kept).waitFor();

  await hanako.getByTestId('drawing-canvas').focus();
  await hanako.keyboard.press('Space');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowLeft'])
    await hanako.keyboard.press(key);
  await hanako.keyboard.press('Space');
  await label(hanako, 7).focus();
  await hanako.keyboard.press('Enter');
  await hanako.locator('[data-testid="leak-same"][data-same="784"]').waitFor();
  await card(hanako, 'single').getByText(ja.yoursRight).waitFor();
});

chapter('the wall shows it only with leave of its student and by the teacher', async () => {
  await panel()
    .getByText(/2 students have sent/)
    .waitFor();
  const offered = panel().getByTestId('leak-offered').getByRole('listitem');
  expect(await offered.count()).toBe(1);
  expect(await screen('single').locator('canvas').count()).toBe(0);
  await panel()
    .getByRole('button', { name: en.showOf.replace('{name}', 'Ada'), exact: true })
    .click();
  await screen('single').locator('canvas').waitFor();
  expect(await screen('single').getByText('Ada').count()).toBe(0);
  await card(ada, 'single').getByText(en.keptShown).waitFor();
  for (const page of [desk, ada, hanako, wall]) {
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  }
  expect(await downwardOverflow(wall)).toBe(0);
});

chapter('behind masks the server reads noise, all show one number, and the sum comes', async () => {
  await press(en.goMasked);
  await card(ada, 'masked').getByText(en.maskedTask).waitFor();
  await label(ada, 3).click();
  await doing(ada, 'joined');
  await label(hanako, 7).click();
  await doing(hanako, 'joined');
  await expect.poll(() => ownOf().stage).toBe('masked');
  const sum = { leakId: ownOf().id, attempt: 1 };
  const pixels = new Uint8Array(784).map((_, at) => (at % 28 > 12 && at % 28 < 16 ? 255 : 0));
  const { seed } = ownOf();
  const gradient = await pictureGradient({ dataset: 'digits', seed, pixels, label: 1 }, onKernels);
  const device = new MaskDevice(wholeGradient(gradient), `${sum.leakId} 1`);
  mustBeOk(await sendKey(ben, sum, device));
  await panel()
    .getByText(/3 devices take part/)
    .waitFor();
  await press(en.begin);
  await expect.poll(() => ownOf().sum?.phase).toBe('sending');
  mustBeOk(await sendMasked(ben, sum, device));
  await expect.poll(() => ownOf().sum?.phase).toBe('revealing');
  mustBeOk(await sendRevealed(ben, sum, device));
  for (const page of [ada, hanako]) {
    await doing(page, 'told');
    await page.getByTestId('leak-noise').locator('canvas').waitFor();
    await page.getByTestId('leak-check').getByText(device.check!).waitFor();
    await page.getByTestId('leak-sum').locator('canvas').waitFor();
  }
  await screen('masked').getByTestId('screen-leak-sum').waitFor();
  // Beside the picture that was read before stands what is read now, and the sum.
  await expect.poll(() => screen('masked').locator('canvas').count()).toBe(3);
  await panel().getByTestId('leak-sums').getByRole('listitem').waitFor();
  for (const page of [desk, ada, hanako, wall]) {
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  }
  expect(await downwardOverflow(wall)).toBe(0);
});

chapter('whoever opens the page anew draws anew, and takes part in the next sum', async () => {
  await ada.reload();
  await press(en.again);
  await doing(ada, 'out');
  await drawThree();
  await label(ada, 3).click();
  await doing(ada, 'joined');
});

chapter('it is put away, and the review has what was read, with leave, and the sum', async () => {
  await press(en.close);
  await expect.poll(() => ada.getByTestId('leak').count()).toBe(0);
  const review = await open(`/review/${made.id}`, LAPTOP);
  const past = review.getByTestId('review-leaks');
  await past.getByText('Ada: 3').waitFor();
  // The drawing of her who let it be shown, and the sum.
  await expect.poll(() => past.locator('canvas').count()).toBe(2);
  await past.getByText(/^Sum of 3 of 3 gradients/).waitFor();
  expect(await past.getByText('花子').count()).toBe(0);
  expect(await accessibilityProblems(review)).toEqual([]);
});
