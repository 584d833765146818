import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs } from '@/people/recording-tab';
import { point } from '@/people/sample-run';
import { studentTab } from '@/people/student';
import { readDrawnPoints } from '@/protocol/drawn-points';
import { classCurvesPath, stretchPath } from '@/protocol/run-curves';
import { makeDataDir, OTHER_TEACHER, type RunningServer, startServer } from './class-server';
import { makeClass, teacherHeaders, teacherTab } from './known-teacher';

describe('curves of a class', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir);
  });
  afterEach(closeTabs);
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  const ask = async (path: string, teacherId = 'teacher-1') =>
    (await fetch(`${server.url}${path}`, { headers: teacherHeaders(teacherId) })).json();

  /** A class with two runs of one student, the second the better one. */
  async function held() {
    const { id, code } = await makeClass(server.url);
    mustBeOk(await (await teacherTab(server.url, code)).command({ type: 'class:begin' }));
    const { tab } = await studentTab(server.url, code, 'Ada');
    const runs = [freshId(), freshId()];
    for (const [index, runId] of runs.entries()) {
      const { epoch } = mustBeOk(await tab.attachRun(runId));
      const points = [1, 2, 3, 4].map((step) =>
        point(step, step % 2 === 0 ? { validationLoss: 1, validationAccuracy: 0.25 * (1 + index) } : {}),
      );
      mustBeOk(await tab.append(runId, epoch, { sequence: 1, points, state: 'finished', report: null }));
    }
    return { id, runs };
  }

  it('are those of each student’s best run, where validation was measured; for an owner alone', async () => {
    const { id, runs } = await held();
    expect(await ask(classCurvesPath(id))).toEqual({
      ok: true,
      curves: [
        {
          runId: runs[1],
          places: [
            [2, 0.5],
            [4, 0.5],
          ],
        },
      ],
    });
    expect(await ask(classCurvesPath(id), OTHER_TEACHER)).toEqual({ ok: false, code: 'not-your-class' });
  });

  it('have every point of a stretch, of runs of this class alone', async () => {
    const [one, other] = [await held(), await held()];
    const told = await ask(
      stretchPath(one.id, [one.runs[0]!, other.runs[0]!, freshId()], { from: 2, to: 3 }),
    );
    expect(told.runs).toMatchObject([{ runId: one.runs[0], exact: true }]);
    expect(readDrawnPoints(told.runs[0].points).map(({ step }) => step)).toEqual([2, 3]);
    const wrong = stretchPath(one.id, one.runs, { from: -1, to: 3 });
    expect(await ask(wrong)).toEqual({ ok: false, code: 'bad-request' });
    expect(await ask(stretchPath(one.id, one.runs, { from: 2, to: 3 }), OTHER_TEACHER)).toEqual({
      ok: false,
      code: 'not-your-class',
    });
  });
});
