import type { Lesson } from '@/lessons/lesson';
import { freshId } from '@/people/credentials';
import { holdClass } from '@/people/held-class';
import { leadTo, nextSteps } from '@/people/lead-to';
import { mustBeOk } from '@/people/must-be-ok';
import { nicknameOf } from '@/people/nicknames';
import { closeTabs } from '@/people/recording-tab';
import { point } from '@/people/sample-run';
import { TabStudent } from '@/people/student';
import { Tab } from '@/people/tab';
import type { RegisteredTeacher } from '@/people/teacher';
import { classPath } from '@/protocol/class-paths';
import { EXPORT_NAMES, exportPath } from '@/protocol/exports';
import type { Answer } from '@/protocol/refusals';
import { LESSON } from '@/tests/live/class-server';

/** What half an hour of training sends: a batch of thirty points after the other. */
const BATCHES = 100;
const BATCH_POINTS = 30;

/**
 * What an hour of lessons brings a server, as fast as it takes it: a class that trains under the eyes of a console and a projector, with somebody who comes
 * back, commands and pages; a second one in which everybody does all that another lesson lets them; then the reviews, what is taken along, and both deleted.
 */
export async function passHour(teacher: RegisteredTeacher, other: Lesson, count: number): Promise<void> {
  const { id, code } = await teacher.createClass(LESSON);
  const [desk, screen] = await Promise.all([teacher.conduct(code), teacher.project(code)]);
  const students = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      new TabStudent(new Tab(teacher.url), code, nicknameOf(index)).join(),
    ),
  );
  await leadTo(desk, 0);
  await look(teacher, ['/', `/join/${code}`, `/class/${code}`, `/teach/live/${code}`, `/screen/${code}`]);
  await Promise.all(students.map((student) => train(student)));
  mustBeOk(await desk.command({ type: 'class:pause' }));
  mustBeOk(await desk.command({ type: 'class:resume' }));
  await nextSteps(desk, 1);
  // A page that is loaded anew in the middle.
  const [first] = students;
  first!.tab.close();
  const again = await new TabStudent(
    new Tab(teacher.url),
    code,
    first!.nickname,
    first!.credentials,
  ).comeBack();
  mustBeOk(await desk.command({ type: 'class:end' }));
  for (const { tab } of [...students, again]) tab.close();
  for (const tab of [desk, screen]) tab.close();

  const held = await holdClass(teacher.url, teacher, other, { phase: 'ended', filled: true });
  closeTabs();
  for (const classId of [id, held.id]) {
    await look(teacher, [
      `/review/${classId}`,
      ...EXPORT_NAMES.map((name) => exportPath(classId, name, true)),
    ]);
    mustBeOk(await teacher.ask<Answer>('DELETE', classPath(classId)));
  }
}

async function train({ tab }: TabStudent): Promise<void> {
  const runId = freshId();
  const { epoch } = mustBeOk(await tab.attachRun(runId));
  for (let sequence = 1; sequence <= BATCHES; ) {
    const state = sequence === BATCHES ? 'finished' : 'training';
    const points = Array.from({ length: BATCH_POINTS }, (_, index) =>
      point((sequence - 1) * BATCH_POINTS + index + 1),
    );
    const answer = await tab.append(runId, epoch, { sequence, points, state, report: null });
    // An hour in half a minute is more than the server lets one address do: as pages do, it waits.
    if (!answer.ok && answer.code === 'rate-limited')
      await new Promise((resolve) => setTimeout(resolve, 250));
    else sequence += mustBeOk(answer) && 1;
  }
}

/** @throws Error where an address is not answered well */
async function look({ url, cookie }: RegisteredTeacher, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const answer = await fetch(url + address, { headers: { cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  }
}
