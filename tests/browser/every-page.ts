import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { BenchId } from '@/lessons/bench';
import { LESSONS } from '@/lessons/registry';
import { freshId } from '@/people/credentials';
import { type LedPhase, leadTo } from '@/people/lead-to';
import { mustBeOk } from '@/people/must-be-ok';
import { request } from '@/people/request';
import { TabStudent } from '@/people/student';
import { Tab } from '@/people/tab';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import type { Credentials } from '@/protocol/attach';
import { comparePath } from '@/protocol/compare-runs';
import { groupBookPath, startInGroup } from '@/protocol/groups';
import { type OwnPageLink, ownPageLinkPath, ownPagePath, ownRunPath } from '@/protocol/own-page';
import type { Answer } from '@/protocol/refusals';
import { type ShareMade, sharedPath, sharesPath } from '@/protocol/share';
import { studentAuthorization } from '@/protocol/submission';

/**
 * Every page of the product with something on it, for tests that hold for all of them: `everyPage()` lists them,
 * `PagesStage` makes what they show (teachers, classes in each phase with a student, a run to review) and opens them.
 *
 * What is done on one page takes nothing from another, in whatever order and at whatever pace they are used: students' classes are a
 * teacher's whom no page signs in, and pages that can start classes or change the account have a teacher each.
 */
export interface EveryPage {
  /** Unique, and readable in a report. */
  name: string;
  as: 'visitor' | 'student' | 'teacher';
  /** Which teacher, on pages of a teacher. */
  teacher?: TeacherName;
  /** Makes what the page shows, where it is not there yet, and gives the address with its path. */
  path(stage: PagesStage): Promise<string>;
  /** The bench of a lesson's step. */
  bench?: BenchId;
  /** A CSS selector of what is there once the page is ready for people. Default: its heading. */
  ready?: string;
  /** The student's class, on pages of a student. */
  hold?(stage: PagesStage): Promise<HeldClass>;
}

/** `keeper` holds the classes of students' pages and is never signed in; `desk` has classes to lead and to review. */
type TeacherName = 'keeper' | 'desk' | 'starter' | 'account';

/** A class with one student in it. */
export interface HeldClass {
  id: string;
  /** The group whose first sitting it is. */
  groupId: string | null;
  code: string;
  nickname: string;
  credentials: Credentials;
  /** The student's run, in a class that has ended. */
  runId: string | null;
}

/** The people and classes behind the pages, made when a page first wants them. */
export class PagesStage {
  private readonly classes = new Map<string, Promise<HeldClass>>();
  private readonly teachers = new Map<TeacherName, Promise<RegisteredTeacher>>();
  private readonly students: TabStudent[] = [];

  constructor(
    readonly origin: string,
    readonly browser: Browser,
  ) {}

  private teacher(name: TeacherName): Promise<RegisteredTeacher> {
    return once(this.teachers, name, () => createTeacher(this.origin));
  }

  /** The class of a lesson in a phase, with one student. */
  hold(lessonId: string, phase: LedPhase, whose: TeacherName = 'keeper'): Promise<HeldClass> {
    return once(this.classes, `${lessonId} ${phase} ${whose}`, () => this.make(lessonId, phase, whose, null));
  }

  /** A link by which anybody may look at a class that is over. */
  async share(whose: TeacherName): Promise<string> {
    const { id } = await this.hold(LED, 'ended', whose);
    const teacher = await this.teacher(whose);
    const made = await teacher.ask<Answer<ShareMade>>('POST', sharesPath(id), { named: false });
    return sharedPath(mustBeOk(made).token);
  }

  /** A group after its first lesson. */
  holdGroup(whose: TeacherName): Promise<HeldClass> {
    return once(this.classes, `group ${whose}`, async () => {
      const group = await (await this.teacher(whose)).makeGroup('7b, computing');
      return this.make(LED, 'ended', whose, group.id);
    });
  }

  private async make(
    lessonId: string,
    phase: LedPhase,
    whose: TeacherName,
    groupId: string | null,
  ): Promise<HeldClass> {
    const teacher = await this.teacher(whose);
    const { id, code } = mustBeOk(
      await teacher.askForClass({ lessonId, ...(groupId !== null && { group: groupId }) }),
    );
    const student = await new TabStudent(new Tab(this.origin), code, 'Mia').join();
    this.students.push(student);
    const { nickname, credentials } = student;
    const held: HeldClass = { id, groupId, code, nickname, credentials, runId: null };
    const desk = await teacher.conduct(code);
    await leadTo(desk, phase === 'ended' ? 1 : phase);
    if (phase === 'ended') {
      held.runId = await train(student);
      mustBeOk(await desk.command({ type: 'class:end' }));
    }
    desk.close();
    return held;
  }

  /** A context in which this page is at home: signed in, or a student of its class. */
  async contextFor(page: EveryPage, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'en-GB',
      ...options,
    });
    if (page.teacher) {
      await context.addCookies((await this.teacher(page.teacher)).cookies());
    }
    await this.letIn(context, page);
    return context;
  }

  /** Makes who uses the context a student of the page's class as well, where it is a student's. */
  async letIn(context: BrowserContext, page: EveryPage): Promise<void> {
    const held = await page.hold?.(this);
    if (!held) return;
    const { code, credentials, nickname } = held;
    // Where a test forbids storage, the student is a stranger.
    await context.addInitScript(
      ([key, value]) => {
        try {
          localStorage.setItem(key!, value!);
        } catch {}
      },
      [`perceptroom:student:${code}`, JSON.stringify({ credentials, nickname })],
    );
  }

  /** Goes there and waits until the page is ready for people. */
  async visit(tab: Page, page: EveryPage): Promise<void> {
    await tab.goto(this.origin + (await page.path(this)));
    await tab
      .locator(page.ready ?? 'h1')
      .first()
      .waitFor({ state: 'attached' });
  }

  /** Lets the students go. The server and the browser are the caller's. */
  close(): void {
    for (const { tab } of this.students) tab.close();
  }
}

/** The list, in the order in which people meet the pages. */
export function everyPage(): EveryPage[] {
  return [
    visitor('landing', '/'),
    {
      name: 'join',
      as: 'visitor',
      path: async (stage) => `/join/${(await stage.hold(LED, 'lobby')).code}`,
    },
    visitor('join, unknown code', '/join/AAAAAA'),
    visitor('lessons', '/learn'),
    visitor('glossary', '/learn/glossary'),
    visitor('plans', '/learn/teach'),
    visitor('plan of a lesson', '/learn/perceptron/teach'),
    visitor('worksheet with its key', '/learn/gradient-descent/worksheet?sheet=3&answers=on'),
    visitor('what is kept', '/privacy'),
    ...LESSONS.flatMap(({ id, steps }) =>
      steps.map((step) => ({
        ...visitor(`lesson ${id}, ${step.id}`, `/learn/${id}?step=${step.id}&seed=7`),
        ready: BENCH,
        bench: step.bench,
      })),
    ),
    { ...visitor('lab, playground', '/lab'), ready: '[data-testid="network"]' },
    { ...visitor('lab, digits', '/lab?bench=digits'), ready: '[data-testid="run-status"]' },
    inClass('class, lobby', LED, 'lobby'),
    ...LESSONS.map(({ id, steps }) => inClass(`class ${id}, last step`, id, steps.length - 2)),
    inClass('class, training', LED, 1),
    inClass('class, ended', LED, 'ended'),
    visitor('sign in', '/teach/sign-in'),
    visitor('sign up', '/teach/sign-up'),
    teacher('classes', async () => '/teach'),
    teacher('own account', async () => '/teach/account', 'account'),
    visitor('reset, void link', '/teach/reset/nothing'),
    teacher('choose a lesson', async () => '/teach/start', 'starter'),
    teacher('choose the next lesson of a group', groupPage('starter', startInGroup), 'starter'),
    ...PHASES.flatMap(([phase, at]) => led(phase, 'perceptron', at)),
    ...led('pool', 'learning-from-data', 4),
    ...led('devices', 'gpu', 5),
    teacher('past classes', async (stage) => {
      await over(stage);
      return '/review';
    }),
    teacher('review of a class', async (stage) => `/review/${(await over(stage)).id}`),
    teacher('report of a class', async (stage) => `/review/${(await over(stage)).id}/report`),
    teacher('review of a run', async (stage) => {
      const { id, runId } = await over(stage);
      return `/review/${id}/runs/${runId}`;
    }),
    teacher('class in pictures', async (stage) => `/review/${(await over(stage)).id}/pictures`),
    { name: 'shared class', as: 'visitor', path: (stage) => stage.share('desk') },
    teacher('replay of a class', async (stage) => `/review/${(await over(stage)).id}/replay`),
    teacher('runs compared', async (stage) => comparePath([(await over(stage)).runId!])),
    teacher('progress book', groupPage('desk', groupBookPath)),
    teacher(
      'report of a group',
      groupPage('desk', (id) => `${groupBookPath(id)}/report`),
    ),
    {
      name: 'own page',
      as: 'visitor',
      path: async (stage) => ownPagePath(await ownPageOf(stage.origin, await stage.holdGroup('desk'))),
    },
    visitor('own page by a code', '/me'),
    {
      name: 'own run',
      as: 'visitor',
      path: async (stage) => {
        const held = await stage.holdGroup('desk');
        return ownRunPath(await ownPageOf(stage.origin, held), held.runId!);
      },
    },
    visitor('no such page', '/nowhere'),
  ];
}

/**
 * What a walk goes to: of the lessons' steps the first with each bench, since others with it differ in their words alone; the bench of a
 * lesson's last step before its recap in its class only, which is walked as well; and everything else. With `WALK_ALL=1` every step of every lesson.
 */
export function walkedPages(): EveryPage[] {
  const seen = new Set<BenchId>(LESSONS.map(({ steps }) => steps.at(-2)!.bench));
  return everyPage().filter(({ bench }) => {
    if (bench === undefined || process.env.WALK_ALL) return true;
    if (seen.has(bench)) return false;
    seen.add(bench);
    return true;
  });
}

/** The lesson of the classes that are shown in every phase: few classes, since a teacher may hold so many at a time. */
const LED = 'handwritten-digits';

const PHASES = [
  ['lobby', 'lobby'],
  ['live', 1],
  ['challenge', 4],
  ['ended', 'ended'],
] as const;

/** A bench, once its code has come. */
const BENCH = '[data-testid="bench"] :is(button, input, fieldset)';

function visitor(name: string, path: string): EveryPage {
  return { name, as: 'visitor', path: async () => path };
}

function teacher(name: string, path: EveryPage['path'], who: TeacherName = 'desk'): EveryPage {
  return { name, as: 'teacher', teacher: who, path };
}

/** What a teacher has open of a class: the console, and the projector's page. */
function led(name: string, lessonId: string, phase: LedPhase): EveryPage[] {
  const code = async (stage: PagesStage) => (await stage.hold(lessonId, phase, 'desk')).code;
  return [
    teacher(`console, ${name}`, async (stage) => `/teach/live/${await code(stage)}`),
    teacher(`screen, ${name}`, async (stage) => `/screen/${await code(stage)}`),
  ];
}

/** A page of a teacher's group. */
function groupPage(whose: TeacherName, address: (groupId: string) => string): EveryPage['path'] {
  return async (stage) => address((await stage.holdGroup(whose)).groupId!);
}

/** The token of a student's own page. */
async function ownPageOf(origin: string, { code, credentials }: HeldClass): Promise<string> {
  const headers = { authorization: studentAuthorization(credentials) };
  const { answer } = await request<Answer<OwnPageLink>>(origin, 'GET', ownPageLinkPath(code), { headers });
  return mustBeOk(answer).token;
}

/** The class that is there to be reviewed. */
function over(stage: PagesStage): Promise<HeldClass> {
  return stage.hold(LED, 'ended', 'desk');
}

function inClass(name: string, lessonId: string, phase: LedPhase): EveryPage {
  const hold = (stage: PagesStage) => stage.hold(lessonId, phase);
  const path = async (stage: PagesStage) => `/class/${(await hold(stage)).code}`;
  const ready = typeof phase === 'number' ? BENCH : 'h1';
  return { name, as: 'student', hold, path, ready };
}

/** What was made under this name, or makes it. */
function once<Name, Thing>(made: Map<Name, Thing>, name: Name, make: () => Thing): Thing {
  const thing = made.get(name) ?? make();
  made.set(name, thing);
  return thing;
}

/** A short run, as a student's page streams it. */
async function train({ tab }: TabStudent): Promise<string> {
  const runId = freshId();
  const { epoch } = mustBeOk(await tab.attachRun(runId, { backend: 'cpu', startedAt: Date.now() }));
  const points = Array.from({ length: 20 }, (_, index) => ({
    step: index + 1,
    epoch: (index + 1) / 10,
    loss: 2 / (index + 1),
    accuracy: 1 - 1 / (index + 2),
    validationLoss: index % 10 === 9 ? 0.5 : null,
    validationAccuracy: index % 10 === 9 ? 0.8 : null,
    examplesPerSecond: 1000,
  }));
  mustBeOk(await tab.append(runId, epoch, { sequence: 1, points, state: 'finished', report: null }));
  return runId;
}
