import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tab } from '@/people/tab';
import { createTeacher } from '@/people/teacher';
import { until } from '@/people/until';
import type { View } from '@/protocol/views';
import { readEnv } from '@/server/env';
import { openStore } from '@/server/store/open-store';
import { StreamingStudent } from '@/tests/chaos/streaming-student';
import { LESSON } from '@/tests/live/class-server';
import { startThreeNodes, type ThreeNodes } from './three-nodes';

const STUDENTS = 6;

describe('I5, with three nodes: a class that goes on', () => {
  let stage: ThreeNodes;
  let room: string;
  let desk: Tab;
  let seen: View | null = null;
  let step = 0;
  let students: StreamingStudent[];
  beforeAll(async () => {
    stage = await startThreeNodes();
    const teacher = await createTeacher(stage.url);
    const { id, code } = await teacher.createClass(LESSON);
    room = id;
    desk = await teacher.conduct(code, {
      patienceMs: 5_000,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    desk.socket.on('view', (view) => {
      seen = view;
    });
    expect(await desk.command({ type: 'class:begin' })).toMatchObject({ ok: true });
    students = Array.from(
      { length: STUDENTS },
      (_, index) => new StreamingStudent(stage.url, code, `Student ${index + 1}`),
    );
    await everybodyIsHeard();
  });
  afterAll(async () => {
    for (const student of students ?? []) student.close();
    desk?.close();
    await stage?.remove();
  });

  /** Each student has another batch acknowledged, and the teacher another step, which is seen. */
  async function everybodyIsHeard(): Promise<void> {
    const heard = () => students.map((student) => student.acked() + student.lost);
    const before = heard();
    await until('every student is heard', () => heard().every((count, index) => count > before[index]!));
    step = step === 1 ? 2 : 1;
    await until('the teacher is heard', async () => {
      const answer = await desk.command({ type: 'step:go', index: step }).catch(() => null);
      return answer?.ok;
    });
    await until('the step is seen', () => seen?.class.stepIndex === step);
  }

  /** The node that has the class. */
  async function owner(): Promise<number> {
    const [node] = await until('the class is at a node', async () => {
      const found = await stage.ownerOf(room);
      return found !== null && [found];
    });
    return node!;
  }

  const leaves = (node: number) =>
    until('another node has the class', async () => ![null, node].includes(await stage.ownerOf(room)));

  it('goes on at another node when its own is killed', async () => {
    const first = await owner();
    await stage.nodes[first]!.kill();
    await everybodyIsHeard();
    expect(await owner()).not.toBe(first);
    await stage.nodes[first]!.run();
    await everybodyIsHeard();
  });

  it('goes on while one node after another is started anew', async () => {
    for (const node of stage.nodes) {
      await node.kill('SIGTERM');
      await everybodyIsHeard();
      await node.run();
      await everybodyIsHeard();
    }
  });

  it('goes on after Redis has lost everything', async () => {
    await stage.redis.crash();
    await stage.redis.startAgain();
    await everybodyIsHeard();
  });

  it('goes on after the database was gone', async () => {
    await stage.postgres.crash();
    await stage.postgres.startAgain();
    await everybodyIsHeard();
  });

  it('goes on at another node when the network of its own is cut, and stays there when it is back', async () => {
    const cut = await owner();
    stage.network(cut).block();
    await leaves(cut);
    await everybodyIsHeard();
    stage.network(cut).unblock();
    await everybodyIsHeard();
    expect(await owner()).not.toBe(cut);
  });

  it('goes on at another node when its own stands still, and stays there when that goes on', async () => {
    const still = await owner();
    process.kill(stage.nodes[still]!.servingPid!, 'SIGSTOP');
    try {
      await leaves(still);
    } finally {
      process.kill(stage.nodes[still]!.servingPid!, 'SIGCONT');
    }
    await everybodyIsHeard();
    expect(await owner()).not.toBe(still);
  });

  it('has everything that was acknowledged, once and without gaps', async () => {
    await Promise.all(students.map((student) => student.finish()));
    const store = await openStore(readEnv({ DATABASE_URL: stage.databaseUrl }), { inWorker: false });
    for (const { lost, runs } of students) {
      expect(lost).toBe(0);
      for (const { id, acked } of runs) {
        const steps = (await store.readRun(id))?.points.map((point) => point.step) ?? [];
        expect(steps).toEqual(Array.from({ length: steps.length }, (_, index) => index + 1));
        expect(steps.length).toBeGreaterThanOrEqual(acked * 2);
      }
    }
    await store.close();
  });
});
