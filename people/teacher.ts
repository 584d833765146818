import { AUTH_PATHS } from '@/protocol/auth';
import { CLASSES_PATH, type ClassCreated } from '@/protocol/classes';
import type { DatasetId } from '@/protocol/datasets';
import type { Answer } from '@/protocol/refusals';
import { browserCookies, cookieOf } from './cookies';
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
  async createClass(lessonId: string, dataset?: DatasetId): Promise<ClassCreated> {
    const { answer } = await request<Answer<ClassCreated>>(this.url, 'POST', CLASSES_PATH, {
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: JSON.stringify({ lessonId, dataset }),
    });
    if (!answer.ok) throw new Error(`The class was refused: ${answer.code}`);
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

let accounts = 0;

/** Registers a teacher; nobody had this email address before. @throws Error where the account is refused */
export async function createTeacher(url: string): Promise<RegisteredTeacher> {
  accounts += 1;
  const email = `teacher-${process.pid}-${accounts}@example.org`;
  const password = 'correct horse battery';
  const signedUp = await fetch(`${url}${AUTH_PATHS.signUp}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name: 'Ada', email, password }),
  });
  if (!signedUp.ok) throw new Error(`Sign-up was refused: ${signedUp.status} ${await signedUp.text()}`);
  return new RegisteredTeacher(url, cookieOf(signedUp), email, password);
}
