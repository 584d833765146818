import { AUTH_PATHS } from '@/protocol/auth';
import { CLASSES_PATH } from '@/protocol/class-paths';
import type { ClassCreated, CreateClass } from '@/protocol/classes';
import type { DatasetId } from '@/protocol/datasets';
import { type ChangeGroup, GROUPS_PATH, type GroupMade, groupPath } from '@/protocol/groups';
import type { Answer } from '@/protocol/refusals';
import { browserCookies, cookieOf } from './cookies';
import { onceStored } from './once-stored';
import { openProjector } from './projector';
import { request } from './request';
import { Tab, type TabOptions } from './tab';

/** A teacher without a browser: real session, real classes, real sockets. */
export class Teacher {
  constructor(
    readonly url: string,
    /** The session, as a `Cookie` header. */
    readonly cookie: string,
  ) {}

  /** The session as a real browser is given it; `url`: where the browser finds the server. */
  cookies(url = this.url) {
    return browserCookies(this.cookie, url);
  }

  /** @param dataset other pictures than the lesson's own */
  createClass(lessonId: string, dataset?: DatasetId): Promise<ClassCreated> {
    return onceStored(() => this.askForClass({ lessonId, dataset }));
  }

  /** Asks for a class, or for the next sitting of a group. */
  askForClass(body: CreateClass): Promise<Answer<ClassCreated>> {
    return this.ask('POST', CLASSES_PATH, body);
  }

  /** @throws Error with the refusal */
  makeGroup(name: string): Promise<GroupMade> {
    return onceStored(() => this.ask<Answer<GroupMade>>('POST', GROUPS_PATH, { name }));
  }

  changeGroup(id: string, change: ChangeGroup): Promise<Answer> {
    return this.ask('PATCH', groupPath(id), change);
  }

  /** Asks as the teacher's pages do. */
  async ask<Reply>(method: string, route: string, body?: object): Promise<Reply> {
    const { answer } = await request<Reply>(this.url, method, route, {
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
    return answer;
  }

  /** Opens the console of a class. */
  async conduct(code: string, options: TabOptions = {}): Promise<Tab> {
    const tab = new Tab(this.url, { cookie: this.cookie, ...options });
    await tab.stayAttached({ code, as: { kind: 'teacher' } });
    return tab;
  }

  /** Opens a projector of a class. */
  project(code: string, options: TabOptions = {}): Promise<Tab> {
    return openProjector(this.url, code, this.cookie, options);
  }
}

/** A teacher with an account. */
export class RegisteredTeacher extends Teacher {
  constructor(
    url: string,
    cookie: string,
    readonly email: string,
    readonly password: string,
  ) {
    super(url, cookie);
  }
}

interface SignUpRefusal {
  code: string;
  retryAfterSeconds?: number;
}

let accounts = 0;

/** Registers a teacher; nobody had this email address before. @throws Error where the account is refused */
export function createTeacher(url: string): Promise<RegisteredTeacher> {
  const password = 'correct horse battery';
  return onceStored(async () => {
    // Another address each time: an account that was refused may be there all the same.
    accounts += 1;
    const email = `teacher-${process.pid}-${accounts}@example.org`;
    const signedUp = await fetch(`${url}${AUTH_PATHS.signUp}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ name: 'Ada', email, password }),
    });
    if (signedUp.ok)
      return { ok: true, teacher: new RegisteredTeacher(url, cookieOf(signedUp), email, password) } as const;
    const said = await signedUp.text();
    if (said === '') throw new Error(`An account was refused without a word: ${signedUp.status}`);
    const { code, retryAfterSeconds = 0 } = JSON.parse(said) as SignUpRefusal;
    // Each try counts among those of this address, so no sooner than the server says.
    if (code === 'storage') await new Promise((resolve) => setTimeout(resolve, retryAfterSeconds * 1_000));
    return { ok: false, code: code === 'storage' ? 'storage-unreachable' : code } as const;
  }).then(({ teacher }) => teacher);
}
