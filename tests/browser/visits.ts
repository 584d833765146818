import type { Browser, Page } from 'playwright-core';
import type { TabStudent } from '@/people/student';
import type { RegisteredTeacher } from '@/people/teacher';
import { watchErrors } from './chromium';

/** How somebody's browser is set. */
export interface Looks {
  width: number;
  height: number;
  locale: string;
  dark?: boolean;
  /** Default: little, as visitors of tests ask for (chromium.ts). */
  motion?: boolean;
}

/** Who looks at a page: a teacher who has signed in, a student who has joined over a socket, or somebody new. */
export type Visitor = { teacher: RegisteredTeacher } | { student: TabStudent; code: string } | 'stranger';

/** A page that somebody looks at, with all that it complains about: that is to stay empty. */
export interface Visit {
  page: Page;
  errors: string[];
}

/** Opens a page as somebody sees it, in a context of its own. */
export async function visit(browser: Browser, url: string, looks: Looks, who: Visitor): Promise<Visit> {
  const { width, height, locale, dark = false, motion = false } = looks;
  const context = await browser.newContext({
    ...{ viewport: { width, height }, locale, colorScheme: dark ? 'dark' : 'light' },
    reducedMotion: motion ? 'no-preference' : 'reduce',
  });
  if (who !== 'stranger') {
    if ('teacher' in who) await context.addCookies(who.teacher.cookies());
    else {
      const { credentials, nickname } = who.student;
      await context.addInitScript(
        ([key, value]) => localStorage.setItem(key!, value!),
        [`perceptroom:student:${who.code}`, JSON.stringify({ credentials, nickname })],
      );
    }
  }
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(url);
  return { page, errors };
}

/** Joins a class on its own page, as somebody new does. */
export async function joinAs(
  browser: Browser,
  origin: string,
  code: string,
  nickname: string,
  looks: Looks,
): Promise<Visit> {
  const visited = await visit(browser, `${origin}/join/${code}`, looks, 'stranger');
  await visited.page.getByRole('textbox').last().fill(nickname);
  await visited.page.keyboard.press('Enter');
  await visited.page.waitForURL(/\/class\//);
  return visited;
}
