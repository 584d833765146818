import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createClass } from '@/classroom/state';
import errorsEn from '@/client/messages/en/errors.json';
import reviewWords from '@/client/messages/en/review.json';
import { LANGUAGES, type Language } from '@/lessons/languages';
import { LESSONS } from '@/lessons/registry';
import { textIn } from '@/lessons/written';
import { freshId } from '@/people/credentials';
import { type HeldClass, HOLDINGS, holdClass } from '@/people/held-class';
import { request } from '@/people/request';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { comparePath } from '@/protocol/compare-runs';
import { drawRoomCode } from '@/protocol/room-code';
import { readEnv } from '@/server/env';
import { openDatabase } from '@/server/store/database';
import { PrismaStore } from '@/server/store/prisma-store';
import { watchErrors } from '@/tests/browser/chromium';
import { Stage } from '@/tests/browser/lessons/lesson-walk';

/**
 * Every page that shows a class, for a class of every lesson in every phase, empty and with all that its students can leave behind:
 * first as the server writes them, then those of full classes in a browser. The lessons come from the registry, so a new one is here.
 */
const stage = new Stage();
const held: HeldClass[] = [];
let teacher: RegisteredTeacher;
let page: Page;
let errors: string[];

beforeAll(async () => {
  const { origin } = stage.server;
  // One teacher a lesson, since a teacher's open classes are few; the last one's cookie is asked with again below.
  const made = await Promise.all(
    LESSONS.map(async (lesson) => {
      const own = await createTeacher(origin);
      return Promise.all(HOLDINGS.map((holding) => holdClass(origin, own, lesson, holding)));
    }),
  );
  held.push(...made.flat());
  teacher = held.at(-1)!.owner;
  const context = await stage.browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  page = await context.newPage();
  errors = watchErrors(page);
});

/** What a page shows as the server writes it, and with what it draws besides in the browser, where it is a page and no error. */
async function fetched(path: string, owner: RegisteredTeacher, language = 'en') {
  const headers = { cookie: owner.cookie, 'accept-language': language };
  const response = await fetch(`${stage.server.origin}${path}`, { headers, redirect: 'manual' });
  const text = await response.text();
  expect(response.status, path).toBe(200);
  // How a part that failed while it was written stands in a page that is sent all the same.
  expect(/data-dgst="\d|"digest\\?":\\?"\d/.test(text), `${path} has a part that failed`).toBe(false);
  // Japanese may break its lines at tags and marks that are no part of what it says.
  const shown = text.replaceAll(/<script\b.*?<\/script>|<wbr\s*\/?>|<!-- -->|<\/?span\b[^>]*>|\u200b/gs, '');
  expect(shown.includes(errorsEn.page.errorTitle), `${path} is an error page`).toBe(false);
  return { shown, sent: text };
}

function expectShown(shown: string, what: string, path: string): void {
  expect(shown.includes(what), `${path} shows ${what}`).toBe(true);
}

async function signInAs(owner: RegisteredTeacher): Promise<void> {
  await page.context().clearCookies();
  await page.context().addCookies(owner.cookies());
}

describe.each(LESSONS)('a class of lesson $number ($id)', (lesson) => {
  const classes = () => held.filter((one) => one.lesson === lesson);

  test.each(HOLDINGS)('has a review in phase $phase, with students: $filled', async (holding) => {
    const one = classes().find((other) => other.holding === holding)!;
    const path = `/review/${one.id}`;
    const inLanguage = async (language: Language) => {
      const { shown, sent } = await fetched(path, one.owner, language);
      expectShown(shown, textIn(lesson, language).title, path);
      expectShown(shown, one.code, path);
      // Whoever was here is told of, wherever the lesson has something to tell.
      for (const { nickname } of one.runs.length > 0 ? one.students.slice(0, 2) : [])
        expectShown(sent, nickname, path);
    };
    await Promise.all(LANGUAGES.map(inLanguage));
  });

  test('is shown by console, projector, student and run pages in each phase', async () => {
    const runPage = async (one: HeldClass, run: string) => {
      const path = `/review/${one.id}/runs/${run}`;
      expectShown((await fetched(path, one.owner)).shown, reviewWords.run.settings, path);
    };
    await Promise.all(
      classes().flatMap((one) => [
        ...['/teach/live/', '/screen/', '/class/', '/join/'].map((path) =>
          fetched(`${path}${one.code}`, one.owner),
        ),
        ...one.runs.map((run) => runPage(one, run)),
      ]),
    );
    const { shown: listed } = await fetched('/review', classes()[0]!.owner);
    for (const { holding, code } of classes())
      if (holding.phase === 'ended') expectShown(listed, code, '/review');
    await fetched('/teach', classes()[0]!.owner);
  });

  test('draws in a browser without a complaint, full and ended or live, and once a student is gone', async () => {
    const full = classes().filter(({ holding }) => holding.filled && holding.phase !== 'lobby');
    await signInAs(full[0]!.owner);
    for (const one of full) {
      const { origin } = stage.server;
      await page.goto(`${origin}/review/${one.id}`);
      await page
        .getByRole('heading', { level: 1 })
        .filter({ hasText: textIn(lesson, 'en').title })
        .waitFor();
      await page.getByRole('row').filter({ hasText: '花子' }).first().waitFor();
      await page.goto(`${origin}/teach/live/${one.code}`);
      await page.getByText('Ada').filter({ visible: true }).first().waitFor();
    }
    const last = full.at(-1)!;
    await page.goto(`${stage.server.origin}/screen/${last.code}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await page.goto(`${stage.server.origin}/review/${last.id}/runs/${last.runs[0]}`);
    await page.getByRole('heading', { level: 1 }).waitFor();

    // What a deleted student had done is gone from every page, and the pages stay.
    const headers = { cookie: last.owner.cookie };
    const [gone] = last.students;
    const route = `/api/classes/${last.id}/students/${gone!.id}`;
    expect((await request(stage.server.origin, 'DELETE', route, { headers })).status).toBe(200);
    await page.goto(`${stage.server.origin}/review/${last.id}`);
    await page.getByRole('row').filter({ hasText: '花子' }).first().waitFor();
    expect(await page.getByText('Ada', { exact: true }).count()).toBe(0);
    const response = await fetch(`${stage.server.origin}/review/${last.id}/runs/${last.runs[0]}`, {
      headers,
    });
    expect(response.status).toBe(404);
    expect(errors).toEqual([]);
  });
});

test('runs of two sittings stand beside each other, each below the class that it was in; somebody else’s do not', async () => {
  const [one, other] = held.filter(({ holding, runs }) => holding.phase !== 'lobby' && runs.length > 0);
  const stranger = held.find(({ owner, runs }) => owner !== one!.owner && runs.length > 0)!;
  // Of the student who is still there.
  const last = [one!, other!, stranger].map(({ runs }) => runs.at(-1)!);
  await signInAs(one!.owner);
  await page.goto(`${stage.server.origin}${comparePath(last)}`);
  await page.getByRole('heading', { level: 1, name: '2 runs compared' }).waitFor();
  const beside = page.getByRole('table', { name: reviewWords.compare.beside });
  await expect
    .poll(() =>
      beside
        .locator('th[scope=rowgroup], th[scope=row]')
        .evaluateAll((heads) => heads.map((head) => head.getAttribute('scope'))),
    )
    .toEqual(['rowgroup', 'row', 'rowgroup', 'row']);
  for (const { id } of [one!, other!])
    expect(await page.locator(`main a[href="/review/${id}"]`).count()).toBe(1);
  await page.getByText(/1 run is not there any more/).waitFor();
  expect(errors).toEqual([]);
});

test('to compared runs those of another class are added, and left out again', async () => {
  // Of one teacher, and of students who are still there; a class that goes on is in no list of past ones.
  const one = held.find(({ holding, runs }) => holding.phase === 'live' && runs.length > 0)!;
  const added = held.find(
    ({ owner, holding, runs }) => owner === one.owner && holding.phase === 'ended' && runs.length > 0,
  )!;
  await signInAs(one.owner);
  const first = one.runs.at(-1)!;
  await page.goto(`${stage.server.origin}${comparePath([first])}`);
  await page.getByRole('link', { name: reviewWords.compare.add }).click();
  await page.getByText(/its runs can be added to the one that you compare/).waitFor();
  await page.locator(`main a[href^="/review/${added.id}?with=${first}"]`).click();
  const bar = page.getByText('With 1 run of another class');
  await bar.waitFor();
  expect(await page.getByText(/asks for something that is not here/).count()).toBe(0);
  await page
    .getByRole('table', { name: reviewWords.class.runs, exact: true })
    .getByRole('checkbox')
    .nth(1)
    .check();
  await page.getByRole('link', { name: reviewWords.class.compare, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '2 runs compared' }).waitFor();
  await page.goBack();
  await bar.waitFor();
  await page.getByRole('button', { name: reviewWords.class.leaveBeside }).click();
  await page.getByText(reviewWords.class.compareBest).waitFor();
  expect(new URL(page.url()).search).toBe('');
  expect(errors).toEqual([]);
});

test('a class whose lesson or step this version does not have is shown all the same', async () => {
  const env = readEnv({ DATA_DIR: stage.server.dataDir });
  // Beside the server, whose log is not to be emptied.
  const store = new PrismaStore(await openDatabase(env), { emptiesLog: false });
  const { teacherId } = (await store.loadClass(held.at(-1)!.id))!;
  const made = [];
  for (const phase of ['lobby', 'live', 'ended'] as const)
    for (const lessonId of ['a-lesson-of-old', LESSONS[0]!.id]) {
      const code = drawRoomCode(randomInt);
      const one = { id: freshId(), code, teacherId, lessonId, maxStudents: 40 };
      const times = { startedAt: Date.now(), endedAt: phase === 'ended' ? Date.now() : null };
      await store.createClass({ ...createClass(one, Date.now()), ...times, phase, stepIndex: 99 });
      made.push(one);
    }
  await store.close();
  await signInAs(teacher);
  for (const { id, code } of made) {
    const path = `/review/${id}`;
    expectShown((await fetched(path, teacher)).shown, code, path);
    for (const path of ['/teach/live/', '/screen/', '/class/', '/join/'])
      await fetched(`${path}${code}`, teacher);
    await page.goto(`${stage.server.origin}/review/${id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`${stage.server.origin}/teach/live/${code}`);
    await page.getByText(code).first().waitFor();
  }
  await fetched('/review', teacher);
  await fetched('/teach', teacher);
  expect(errors).toEqual([]);
});
