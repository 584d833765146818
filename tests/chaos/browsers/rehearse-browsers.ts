import type { Page } from 'playwright-core';
import benchWords from '@/client/messages/en/bench.json';
import { createRandom } from '@/engine/random';
import { mustBeOk } from '@/people/must-be-ok';
import { ServerProcess } from '@/people/server-process';
import type { Tab } from '@/people/tab';
import { createTeacher } from '@/people/teacher';
import { until } from '@/people/until';
import type { Point } from '@/protocol/run';
import { LESSON } from '@/tests/live/class-server';
import { MortalBrowser } from './mortal-browser';

/** Between the first new point after an opening and the kill. */
const LONGEST_LIFE_MS = 2_500;
/** Between two looks at what the server has: sooner, and it would refuse them. */
const LOOK_MS = 300;

export interface BrowserFigures {
  kills: number;
  seed: number;
  /** Points that the server had acknowledged in the end. */
  acknowledged: number;
  /** Acknowledged before a kill, and not there or changed afterwards. */
  lost: number;
  /** Steps that are there twice, or after a later one. */
  twice: number;
  outOfOrder: number;
  /** Runs beside the one that was begun. */
  furtherRuns: number;
  /** Milliseconds from opening the browser until the training had gone on past all that there was, in order of length. */
  backMs: { p50: number; longest: number };
  /** The control, a browser that has forgotten: whether its training went on all the same. */
  control: { wentOn: boolean };
}

/**
 * Kills a browser, with SIGKILL and at a moment drawn from the seed, in which a student trains in class, and opens it again with the same profile: the
 * training must go on by itself, in the same run, with all that was acknowledged, once.
 */
export async function rehearseBrowsers(kills: number, seed: number): Promise<BrowserFigures> {
  const random = createRandom(seed);
  const server = await ServerProcess.start();
  const browser = new MortalBrowser();
  const backMs: number[] = [];
  let lost = 0;
  try {
    const teacher = await createTeacher(server.origin);
    const { code } = await teacher.createClass(LESSON);
    const desk = await teacher.conduct(code);
    mustBeOk(await desk.command({ type: 'class:begin' }));
    mustBeOk(await desk.command({ type: 'step:next' }));
    const studentId = await joinAndTrain(await browser.open(), `${server.origin}/join/${code}`);
    const runs = async () => mustBeOk(await desk.listRuns(studentId)).runs;
    const runId = await until('a run', async () => {
      await pause(LOOK_MS);
      return (await runs())[0]?.id;
    });
    const classPage = `${server.origin}/class/${code}`;
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(random.uniform() * LONGEST_LIFE_MS);
      const before = await pointsOf(desk, runId);
      await browser.kill();
      const openedAt = performance.now();
      const page = await browser.open();
      await page.goto(classPage, { waitUntil: 'commit' });
      const past = (before.at(-1)?.step ?? 0) + 1;
      await until('it goes on', async () => {
        await pause(LOOK_MS);
        return ((await pointsOf(desk, runId)).at(-1)?.step ?? 0) > past;
      });
      backMs.push(performance.now() - openedAt);
      const after = new Map((await pointsOf(desk, runId)).map((point) => [point.step, point]));
      lost += before.filter(
        (point) => JSON.stringify(after.get(point.step)) !== JSON.stringify(point),
      ).length;
    }
    const steps = (await pointsOf(desk, runId)).map(({ step }) => step);
    const furtherRuns = (await runs()).length - 1;
    const control = await forgetAndLook(browser, classPage);
    desk.close();
    backMs.sort((a, b) => a - b);
    return {
      ...{ kills, seed, acknowledged: steps.length, lost },
      twice: steps.length - new Set(steps).size,
      outOfOrder: steps.filter((step, index) => index > 0 && step < steps[index - 1]!).length,
      furtherRuns,
      backMs: {
        p50: Math.round(backMs[Math.floor(backMs.length / 2)] ?? 0),
        longest: Math.round(backMs.at(-1) ?? 0),
      },
      control,
    };
  } finally {
    await browser.remove();
    await server.remove();
  }
}

/** Whether nothing was lost or came twice, and the control was seen to lose. */
export function isUnharmed({ lost, twice, outOfOrder, furtherRuns, control }: BrowserFigures): boolean {
  return lost + twice + outOfOrder + furtherRuns === 0 && !control.wentOn;
}

/** A long training: it is under way on any machine whenever the browser is killed. @returns who trains */
async function joinAndTrain(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await page.getByRole('textbox').first().fill('Ada');
  await page.getByRole('button', { name: 'Join class' }).click();
  await page.waitForURL('**/class/*');
  await page.getByText('Convolutional', { exact: true }).click();
  const epochs = page.getByRole('combobox', { name: 'Epochs' });
  await epochs.selectOption((await epochs.locator('option').last().getAttribute('value'))!);
  await page.getByRole('button', { name: benchWords.bar.train, exact: true }).click();
  const known = await page.evaluate(
    () => Object.entries({ ...localStorage }).find(([key]) => key.startsWith('perceptroom:student:'))?.[1],
  );
  return JSON.parse(known!).credentials.studentId;
}

/** Without what it keeps, the page has nothing to go on from: it waits for somebody to press. */
async function forgetAndLook(browser: MortalBrowser, address: string): Promise<{ wentOn: boolean }> {
  await browser.kill();
  browser.forget();
  const page = await browser.open();
  await page.goto(address);
  const status = page.getByTestId('run-status');
  await status.waitFor();
  const state = await until('a state', async () => {
    const shown = await status.getAttribute('data-state');
    return shown !== null && shown !== 'starting' && shown;
  });
  return { wentOn: state === 'training' };
}

async function pointsOf(desk: Tab, runId: string): Promise<Point[]> {
  return mustBeOk(await desk.readRun(runId)).points;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
