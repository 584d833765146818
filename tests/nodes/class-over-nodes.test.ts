import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { batch, WEIGHTS } from '@/people/sample-run';
import type { ServerProcess } from '@/people/server-process';
import { studentTab, type TabStudent } from '@/people/student';
import { createTeacher, type RegisteredTeacher } from '@/people/teacher';
import { until } from '@/people/until';
import type { StudentView } from '@/protocol/views';
import { readEnv } from '@/server/env';
import { openStore } from '@/server/store/open-store';
import { LESSON } from '@/tests/live/class-server';
import { startThreeNodes, type ThreeNodes } from './three-nodes';

describe('a class spread over three nodes', () => {
  let stage: ThreeNodes;
  let teacher: RegisteredTeacher;
  beforeAll(async () => {
    stage = await startThreeNodes();
    teacher = await createTeacher(stage.url);
  });
  afterEach(closeTabs);
  afterAll(async () => {
    await stage?.remove();
  });

  /** Whoever connects next is at this node. */
  const at = (node: number) => {
    stage.proxy.next = node;
  };

  async function socketsAt({ origin }: ServerProcess) {
    const text = await (await fetch(`${origin}/metrics`)).text();
    return Number(/^perceptroom_sockets (\d+)$/m.exec(text)?.[1]);
  }

  async function consoleAt(node: number, code: string, kind: 'teacher' | 'screen' = 'teacher') {
    at(node);
    const tab = openTab(stage.url, { cookie: teacher.cookie });
    mustBeOk(await tab.attach({ code, as: { kind } }));
    return tab;
  }

  async function students(code: string, names: string[]): Promise<TabStudent<RecordingTab>[]> {
    const here = [];
    for (const [node, name] of names.entries()) {
      at(node);
      here.push(await studentTab(stage.url, code, name));
    }
    return here;
  }

  it('works entirely, whichever node somebody is at', async () => {
    const { id, code } = await teacher.createClass(LESSON);
    const [desk, other] = [await consoleAt(0, code), await consoleAt(1, code)];
    const screen = await consoleAt(2, code, 'screen');
    const people = await students(code, ['Ada', '花子', 'Grace']);
    expect(await stage.ownerOf(id)).not.toBeNull();
    for (const node of stage.nodes) expect(await socketsAt(node)).toBe(2);

    // A step changes: seen everywhere, commanded from either console.
    mustBeOk(await desk.command({ type: 'class:begin' }));
    mustBeOk(await other.command({ type: 'step:go', index: 1 }));
    for (const { views } of [desk, other, screen, ...people.map(({ tab }) => tab)])
      await until('the step is seen', () => views.at(-1)?.class.stepIndex === 1);
    // Everybody is counted once.
    await until('three are here', () =>
      [desk, other].every(({ views }) => views.at(-1)?.class.studentCount === 3),
    );

    // Points: acknowledged, in the database, and in the frames at each node.
    const runs = [];
    for (const { tab } of people) {
      const runId = freshId();
      const { epoch } = mustBeOk(await tab.attachRun(runId));
      expect(await tab.append(runId, epoch, batch(1))).toEqual({ ok: true, highWater: 1 });
      expect(await tab.append(runId, epoch, batch(2, 'finished'))).toEqual({ ok: true, highWater: 2 });
      runs.push(runId);
    }
    const store = await openStore(readEnv({ DATABASE_URL: stage.databaseUrl }), { inWorker: false });
    for (const runId of runs)
      expect((await store.readRun(runId))?.points.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
    for (const { frames } of [desk, other])
      for (const { id: studentId } of people)
        await until('each student is in the frames', () =>
          frames.some((frame) =>
            frame.students.some((one) => one.studentId === studentId && one.last?.step === 4),
          ),
        );
    await until('the projector counts three', () => screen.screenFrames.at(-1)?.connected === 3);

    // Weights handed in at any node are scored.
    for (const [node, student] of people.entries()) {
      at(node);
      const { answer } = await student.submit(runs[node]!, new Float32Array(WEIGHTS));
      mustBeOk(answer);
    }
    for (const { tab } of people)
      await until('each sees its score', () => (tab.views.at(-1) as StudentView).me.submissions === 1);

    // The whole class can be looked back at, from any node.
    mustBeOk(await desk.command({ type: 'class:end' }));
    for (const node of [0, 1, 2]) {
      at(node);
      const page = await fetch(`${stage.url}/review/${id}`, {
        headers: { cookie: teacher.cookie, connection: 'close' },
      });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('花子');
    }
    await store.close();
  });
});
