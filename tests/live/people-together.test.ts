import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weightBytes } from '@/engine/verify/check-weights';
import { freshId } from '@/people/credentials';
import { loadPictures } from '@/people/digit-pictures';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, type RecordingTab } from '@/people/recording-tab';
import { TrainingStudent } from '@/people/training-student';
import { until } from '@/people/until';
import { roundExperiment } from '@/protocol/rounds-settings';
import type { TeacherView } from '@/protocol/views';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, teacherTab } from './known-teacher';

/** The simulated students of the demo take part in what a class does together, with the product's own engine. */
describe('students without a browser', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let teacher: RecordingTab;
  const students: TrainingStudent[] = [];
  const desk = () => teacher.views.at(-1) as TeacherView | undefined;
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir);
    const { code } = await makeClass(server.url);
    teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    const pictures = await loadPictures();
    const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    for (const [nth, name] of ['Ada', 'Ben'].entries())
      students.push(await new TrainingStudent(server.url, code, name, pictures, sleep, nth).join());
  });
  afterAll(async () => {
    for (const student of students) student.leave();
    closeTabs();
    await server.stop();
    await data.remove();
  });

  it('guess, train alone, and learn in rounds', async () => {
    const roundsId = freshId();
    mustBeOk(
      await teacher.command({ type: 'rounds:ask', roundsId, rule: 'mean', each: 2, saboteurs: 0, epochs: 1 }),
    );
    await until('guesses', () => desk()?.rounds?.now?.guessed === 2);
    mustBeOk(await teacher.command({ type: 'rounds:go', roundsId, stage: 'going' }));
    await until('two rounds', () => (desk()?.rounds?.now?.done.length ?? 0) >= 2);
    mustBeOk(await teacher.command({ type: 'rounds:go', roundsId, stage: 'over' }));
    const { done, alone } = desk()!.rounds!.now!;
    expect(alone).toMatchObject({ networks: 2 });
    const bytes = weightBytes(roundExperiment('digits', { seed: 0, epochs: 1 }));
    expect(done[0]).toMatchObject({ took: 2, up: 2 * bytes });
    mustBeOk(await teacher.command({ type: 'rounds:close', roundsId }));
  });

  it('train what they are dealt, and hand it in', async () => {
    const mergeId = freshId();
    mustBeOk(await teacher.command({ type: 'merge:ask', mergeId, start: 'same' }));
    await until('guesses', () => desk()?.merge?.now?.guessed === 2);
    for (const student of students) {
      await until('what is dealt', () => student.dealt !== null);
      await student.trainOnce(student.dealt!);
    }
    await until('both networks', () => desk()?.merge?.now?.handedIn === 2);
    expect(students.map(({ dealt }) => dealt)).toEqual([null, null]);
    mustBeOk(await teacher.command({ type: 'merge:close', mergeId }));
  });

  it('draw what may fool the network that leads, and say what they read', async () => {
    const foolId = freshId();
    mustBeOk(await teacher.command({ type: 'fool:ask', foolId }));
    await until('drawings', () => (desk()?.fool?.now?.tries ?? 0) >= 6);
    await until('one that fools it', () => (desk()?.fool?.now?.fooled ?? 0) >= 1);
    mustBeOk(await teacher.command({ type: 'fool:go', foolId, stage: 'judging' }));
    await until('one that is judged', () => (desk()?.fool?.now?.judged ?? 0) >= 1);
  });
});
