import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { dealSeed } from '@/classroom/deal';
import { plainWords } from '@/client/lesson/words/markup';
import challengeWords from '@/client/messages/en/challenge.json';
import type { LessonStep } from '@/lessons/lesson';
import type { TaughtLesson } from '@/lessons/registry';
import { lessonIn } from '@/lessons/written';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { TeacherCommand } from '@/protocol/commands';
import { downwardOverflow } from '@/tests/browser/axe';
import { watchErrors } from '@/tests/browser/chromium';
import { localeOf } from './lesson-walk';
import { type Language, type Place, waitForBench } from './place';

const LAPTOP = { viewport: { width: 1366, height: 768 } };

/** A teacher's desk and projector, in English, at which one class after another is held. */
export class ClassRoom {
  private readonly complaints: string[][] = [];

  private constructor(
    readonly origin: string,
    readonly browser: Browser,
    readonly teacher: RegisteredTeacher,
    readonly console: Page,
    readonly screen: Page,
  ) {
    this.watch(console);
    this.watch(screen);
  }

  static async open(origin: string, browser: Browser): Promise<ClassRoom> {
    const teacher = await createTeacher(origin);
    const context = await browser.newContext({ ...LAPTOP, ...localeOf('en') });
    await context.addCookies(teacher.cookies());
    const [console, screen] = [await context.newPage(), await context.newPage()];
    return new ClassRoom(origin, browser, teacher, console, screen);
  }

  private watch(page: Page): void {
    this.complaints.push(watchErrors(page));
  }

  /** What pages have complained about so far, console, projector and students alike. */
  errors(): string[] {
    return this.complaints.flat();
  }

  /** Begins a class of a lesson, with one student who joins by its code. */
  async begin(lesson: TaughtLesson, student: { nickname: string; language: Language }): Promise<LedClass> {
    const { id, code } = await this.teacher.createClass(lesson.id);
    await Promise.all([
      this.console.goto(`${this.origin}/teach/live/${code}`),
      this.screen.goto(`${this.origin}/screen/${code}`),
    ]);
    const context = await this.browser.newContext({ ...LAPTOP, ...localeOf(student.language) });
    const page = await context.newPage();
    this.watch(page);
    await page.goto(`${this.origin}/join/${code}`);
    await page.getByRole('textbox').last().fill(student.nickname);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/class\//);
    const led = new LedClass(this, lesson, student.language, page, {
      id,
      desk: await this.teacher.conduct(code),
    });
    await led.command({ type: 'class:begin' });
    return led;
  }
}

/** A class under way: to its student a place like another, but the teacher leads from step to step. */
export class LedClass implements Place {
  readonly kind = 'class';
  readonly id: string;
  readonly seed: number;
  private readonly desk: Awaited<ReturnType<RegisteredTeacher['conduct']>>;
  private at = 0;

  constructor(
    private readonly room: ClassRoom,
    private readonly lesson: TaughtLesson,
    readonly language: Language,
    readonly page: Page,
    { id, desk }: { id: string; desk: Awaited<ReturnType<RegisteredTeacher['conduct']>> },
  ) {
    this.id = id;
    this.desk = desk;
    this.seed = dealSeed(id);
  }

  async command(command: TeacherCommand): Promise<void> {
    expect(await this.desk.command(command)).toMatchObject({ ok: true });
  }

  /** The teacher goes on to a step; before, the guesses of the step that is left are looked at. */
  readonly open = async (stepId: string): Promise<void> => {
    const { steps } = this.lesson;
    const wanted = steps.findIndex(({ id }) => id === stepId);
    expect(wanted).toBeGreaterThanOrEqual(this.at);
    while (this.at < wanted) {
      await this.expectGuesses(steps[this.at]!);
      await this.command({ type: 'step:next' });
      this.at += 1;
    }
    await waitForBench(this.page, this.lesson.id, stepId);
  };

  /** Console and projector show what the student guessed, and what came of it where the bench has shown that. */
  private async expectGuesses({ id, prediction }: LessonStep): Promise<void> {
    const card = this.page.locator(`[data-testid="bench"][data-step-id="${id}"] [data-testid="prediction"]`);
    // A step that the walk passed over was never on the student's page.
    if (!prediction || (await card.count()) === 0) return;
    const read = async (name: string) => {
      const value = await card.getAttribute(name);
      return value ? Number(value) : null;
    };
    const { choices } = lessonIn(this.lesson, 'en').steps.find((step) => step.id === id)!.prediction!;
    for (const shown of [
      this.room.console.getByTestId('step-guesses'),
      this.room.screen.getByTestId('screen-guesses'),
    ]) {
      for (const [index, choice] of choices.entries()) {
        // What came of it is told a moment after the bench has shown it.
        const row = async () =>
          challengeWords.guessRow
            .replace('{choice}', plainWords(choice))
            .replace('{guessed}', index === (await read('data-guess')) ? '1' : '0')
            .replace('{happened}', index === (await read('data-outcome')) ? '1' : '0');
        await expect.poll(async () => shown.getByText(await row(), { exact: true }).count()).toBe(1);
      }
    }
    expect(await downwardOverflow(this.room.screen)).toBeLessThanOrEqual(0);
  }

  async end(): Promise<void> {
    await this.command({ type: 'class:end' });
    this.desk.close();
  }
}
