import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { cookieOf } from '@/people/cookies';
import { freePort } from '@/people/free-port';
import { mustBeOk } from '@/people/must-be-ok';
import { RecordingTab } from '@/people/recording-tab';
import { until } from '@/people/until';
import type { TeacherView } from '@/protocol/views';
import { ROOT } from '@/server/root';
import { PATIENCE_MS } from '@/tests/patience';
import { launchChromium, watchErrors } from './chromium';
import { expectReasonsSeen } from './reasons';
import { story } from './story';

/** `npm run dev -- --class 3`, from its beginning to Ctrl+C: a class in progress in the development server, and its page of all parts. */
const chapter = story();
let development: ChildProcess;
let browser: Browser;
let origin: string;
let printed = '';
/** Where its throw-away data go. */
const temporary = mkdtempSync(path.join(tmpdir(), 'perceptroom-development-'));

beforeAll(async () => {
  browser = await launchChromium();
  const port = await freePort();
  origin = `http://localhost:${port}`;
  development = spawn(process.execPath, ['scripts/dev.mjs', '--class', '3'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), HOST: '', TMPDIR: temporary, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: whether one of them is still there can be asked.
    detached: true,
  });
  for (const stream of [development.stdout, development.stderr])
    stream?.on('data', (data) => {
      printed += data;
    });
});
afterAll(async () => {
  await browser?.close();
  if (isThere()) process.kill(-development.pid!, 'SIGKILL');
  rmSync(temporary, { recursive: true, force: true });
});

/** What stands behind a name in the announcement; null while it is not printed. */
const announced = (name: string) => new RegExp(`${name}[^:]*:\\s+(\\S+)`).exec(printed)?.[1] ?? null;

/** Whether any of its processes runs. */
function isThere(): boolean {
  try {
    return process.kill(-development.pid!, 0);
  } catch {
    return false;
  }
}

chapter('three students train and hand in, and the link that is printed signs their teacher in', async () => {
  const link = await until(printed, () => announced('Teacher’s console, signed in'), PATIENCE_MS).catch(
    () => {
      throw new Error(`No class was announced:\n${printed}`);
    },
  );
  const cookie = cookieOf(await fetch(link, { redirect: 'manual' }));
  const tab = new RecordingTab(origin, { cookie });
  const code = announced('Join as a student')!.split('/').at(-1)!;
  const { view } = mustBeOk(await tab.attach({ code, as: { kind: 'teacher' } }));
  expect(view).toMatchObject({ viewer: 'teacher', class: { lessonId: 'training-loop' } });
  const newest = () => (tab.views.at(-1) ?? view) as TeacherView;
  const withPoints = () =>
    new Set(
      tab.frames.flatMap(({ students }) => students.flatMap((one) => (one.last ? [one.studentId] : []))),
    );
  await until('points of three students', () => withPoints().size === 3, PATIENCE_MS);
  expect(newest().roster).toHaveLength(3);
  await until('a network on the board', () => newest().board.rows.length > 0, PATIENCE_MS);
  tab.close();
});

for (const { name, width, colorScheme, locale } of [
  { name: 'wide and light', width: 1366, colorScheme: 'light', locale: 'en-GB' },
  { name: 'narrow and dark', width: 390, colorScheme: 'dark', locale: 'ja-JP' },
] as const)
  chapter(`every part is on one page, and no reason of a button is cut off: ${name}`, async () => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, locale });
    const errors = watchErrors(page);
    // It is compiled when it is first asked for: a slow machine may have hung up on who asked by then.
    const compiled = () =>
      fetch(`${origin}/dev/parts`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(compiled).toBe(true);
    await page.goto(`${origin}/dev/parts`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(8);
    expect(await expectReasonsSeen(page)).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(errors).toEqual([]);
    await page.close();
  });

chapter('Ctrl+C ends it all, and nothing is left behind', async () => {
  const [left] = readdirSync(temporary).filter((name) => name.startsWith('perceptroom-dev-'));
  expect(left).toBeDefined();
  development.kill('SIGINT');
  const [exitCode] = await once(development, 'exit');
  expect(exitCode).toBe(0);
  // Neither cut off nor left without its data while it ends.
  expect(printed).not.toMatch(/Force killing|storage/);
  await expect.poll(isThere).toBe(false);
  expect(readdirSync(temporary).filter((name) => name.startsWith('perceptroom-dev-'))).toEqual([]);
  await expect(fetch(origin)).rejects.toThrow();
});
