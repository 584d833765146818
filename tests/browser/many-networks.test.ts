import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import en from '@/client/messages/en/relay.json';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { studentTab } from '@/people/student';
import type { Tab } from '@/people/tab';
import { createTeacher } from '@/people/teacher';
import { HIDDEN_SEATS, type HiddenSeats, MOST_TEAMS } from '@/protocol/relay-settings';
import { accessibilityProblems, downwardOverflow, sidewaysOverflow } from './axe';
import { everybodyLeaves, launchChromium } from './chromium';
import { sharedServer } from './shared-server';
import { visit } from './visits';

/** A class of sixty is a dozen networks: all of them are on the wall at once, also on an old projector. */
const server = sharedServer();
const STUDENTS = 60;
let browser: Browser;
let conductor: Tab;
let wall: Page;
let desk: Page;

beforeAll(async () => {
  browser = await launchChromium();
  const teacher = await createTeacher(server.origin);
  const { code } = await teacher.createClass('backpropagation');
  conductor = await teacher.conduct(code);
  await Promise.all(Array.from({ length: STUDENTS }, (_, n) => studentTab(server.origin, code, `S${n}`)));
  mustBeOk(await conductor.command({ type: 'class:begin' }));
  const open = async (path: string) => {
    const looks = { width: 1366, height: 768, locale: 'en-GB', dark: true };
    return (await visit(browser, server.origin + path, looks, { teacher })).page;
  };
  wall = await open(`/screen/${code}`);
  desk = await open(`/teach/live/${code}`);
  await desk.getByTestId('class-experiments').getByRole('button', { name: en.title, exact: true }).click();
});
afterAll(async () => {
  conductor?.close();
  closeTabs();
  await everybodyLeaves(browser);
  await browser?.close();
});

/** Networks whose drawing or table sticks out of their place. */
const cramped = () =>
  wall
    .getByTestId('relay-team')
    .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight).length);

/** Makes networks of the class. @returns how many there are on the wall */
async function deal(hidden: HiddenSeats): Promise<number> {
  const relayId = freshId();
  mustBeOk(await conductor.command({ type: 'relay:ask', relayId, way: 'hand', hidden }));
  mustBeOk(await conductor.command({ type: 'relay:go', relayId, until: 0 }));
  const teams = Math.min(MOST_TEAMS, Math.floor(STUDENTS / (hidden + 2)));
  await expect.poll(() => wall.getByTestId('relay-drawing').count()).toBe(teams);
  return teams;
}

test.each(HIDDEN_SEATS)('networks of %i hidden units keep within the wall', async (hidden) => {
  await deal(hidden);
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
    [1024, 768],
  ] as const) {
    await wall.setViewportSize({ width, height });
    await expect.poll(cramped).toBe(0);
    expect(await downwardOverflow(wall), `${width}`).toBe(0);
    expect(await sidewaysOverflow(wall), `${width}`).toBe(0);
  }
  expect(await accessibilityProblems(wall)).toEqual([]);
});

test('on the console two of them are in sight, and the others on request', async () => {
  const teams = await deal(2);
  const inSight = () => desk.getByTestId('relay-drawing').filter({ visible: true }).count();
  await expect.poll(inSight).toBe(2);
  await desk.getByTestId('relay-others').locator('summary').click();
  await expect.poll(inSight).toBe(teams);
});
