import { setMaxListeners } from 'node:events';
import { dealSeed } from '@/classroom/deal';
import type { BenchId } from '@/lessons/bench';
import { BENCHES, challengeOf } from '@/lessons/benches';
import type { TaughtLesson } from '@/lessons/registry';
import { textIn } from '@/lessons/written';
import type { Experiment } from '@/protocol/experiment';
import { CHALLENGE_ANSWERS } from './challenge-answers';
import { loadPictures } from './digit-pictures';
import { keepAnswering } from './keep-answering';
import { leadTo, nextSteps } from './lead-to';
import { workThrough } from './lesson-work';
import { nicknameOf } from './nicknames';
import { onceStored } from './once-stored';
import { openSignInDoor, type SignInDoor } from './sign-in-door';
import { TabStudent } from './student';
import { Tab } from './tab';
import { createTeacher, type RegisteredTeacher } from './teacher';
import { TrainingStudent } from './training-student';
import { trial } from './trials';

/** Benches at which a class trains on its digits. */
const TRAINED_AT: readonly BenchId[] = ['digits-training', 'loop-run'];

/** What a student does in the class: at its first step, and once it has been led on. */
interface Attendance {
  nickname: string;
  first(): Promise<void>;
  later(): Promise<void>;
}

/**
 * A class that goes on by itself until it is closed: its students really train and hand their networks in, or where the lesson trains
 * nothing, do once all that it lets them do.
 */
export class ClassInProgress {
  private readonly closing = new AbortController();
  private readonly leaving: (() => void)[] = [];
  private readonly attending: Promise<void>[] = [];

  private constructor(
    private readonly teacher: RegisteredTeacher,
    private readonly lesson: TaughtLesson,
    private readonly id: string,
    readonly code: string,
    private readonly door: SignInDoor,
  ) {
    // Every student that waits listens to it.
    setMaxListeners(0, this.closing.signal);
  }

  /** Makes the class, at a server that people reach at `url`. */
  static async open(url: string, lesson: TaughtLesson): Promise<ClassInProgress> {
    const teacher = await createTeacher(url);
    const { id, code } = await teacher.createClass(lesson.id);
    const door = await openSignInDoor(teacher.cookie, `${url}/teach/live/${code}`);
    return new ClassInProgress(teacher, lesson, id, code, door);
  }

  /** How to get into the class, for people. */
  get announcement(): string {
    const { url, email, password } = this.teacher;
    return `
A class is in progress: lesson ${this.lesson.number}, ${textIn(this.lesson, 'en').title}.
  Teacher’s console, signed in:  ${this.door.url}
  The teacher’s account:         ${email}, password “${password}”
  Join as a student:             ${url}/join/${this.code}
  Projector (after signing in):  ${url}/screen/${this.code}
Stop with Ctrl+C: everything is removed then.
`;
  }

  /** So many students join, the class begins, and everybody sets to work. */
  async begin(count: number): Promise<void> {
    const { experiment, steps } = this.lesson;
    const console = await this.teacher.conduct(this.code);
    this.leaving.push(() => console.close());
    const students = await (experiment ? this.joinToTrain(count, experiment) : this.joinToWork(count));
    const at = steps.findIndex(({ bench }) =>
      experiment ? TRAINED_AT.includes(bench) : BENCHES[bench].challenge !== null,
    );
    if (this.closing.signal.aborted) return;
    await leadTo(console, 0);
    await Promise.all(students.map(({ nickname, first }) => this.heard(nickname, first)));
    if (this.closing.signal.aborted) return;
    await nextSteps(console, at < 0 ? steps.findLastIndex(({ bench }) => bench !== 'recap') : at);
    for (const { nickname, later } of students) this.attending.push(this.heard(nickname, later));
  }

  /** Everybody leaves. */
  async close(): Promise<void> {
    this.closing.abort();
    this.door.close();
    for (const leave of this.leaving) leave();
    await Promise.race([Promise.all(this.attending), new Promise((resolve) => setTimeout(resolve, 2_000))]);
  }

  private async joinToTrain(count: number, base: Omit<Experiment, 'seed'>): Promise<Attendance[]> {
    const pictures = await loadPictures(base.dataset);
    const { teacher, code, sleep } = this;
    return this.join(count, async (nickname, index) => {
      const student = new TrainingStudent(teacher.url, code, nickname, pictures, sleep, index);
      this.leaving.push(() => student.leave());
      await student.join();
      const later = async () => {
        await sleep(300 * index);
        for (let attempt = 0; !this.closing.signal.aborted && !student.isOver; attempt += 1) {
          await student.trainOnce(student.dealt ?? trial(base, index, attempt));
          await student.rest(4_000 + 1_000 * (index % 5));
        }
      };
      return { nickname, first: async () => {}, later };
    });
  }

  private joinToWork(count: number): Promise<Attendance[]> {
    const challenge = challengeOf(this.lesson);
    return this.join(count, async (nickname, index) => {
      const student = new TabStudent(new Tab(this.teacher.url), this.code, nickname);
      this.leaving.push(() => student.tab.close());
      keepAnswering(student.tab, index);
      await student.join();
      const later = async () => {
        if (challenge)
          await onceStored(() => student.tab.handIn(CHALLENGE_ANSWERS[challenge](dealSeed(this.id))));
      };
      return { nickname, first: () => workThrough(this.lesson, student), later };
    });
  }

  /** One student after another comes. */
  private async join(
    count: number,
    come: (nickname: string, index: number) => Promise<Attendance>,
  ): Promise<Attendance[]> {
    const students: Attendance[] = [];
    for (let index = 0; index < count && !this.closing.signal.aborted; index += 1)
      students.push(await come(nicknameOf(index), index));
    return students;
  }

  /** A student that loses the server is no reason to end the class. */
  private heard(nickname: string, work: () => Promise<void>): Promise<void> {
    return work().catch((error: Error) => {
      if (!this.closing.signal.aborted) console.error(`${nickname}: ${error.message}`);
    });
  }

  /** Resolves after a while, or when the class is closed. */
  private readonly sleep = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const { signal } = this.closing;
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      if (signal.aborted) done();
      else signal.addEventListener('abort', done);
    });
}
