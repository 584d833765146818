import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { batch, EXPERIMENT } from '@/people/sample-run';
import { studentTab, type TabStudent } from '@/people/student';
import { until } from '@/people/until';
import type { Experiment } from '@/protocol/experiment';
import { LIMITS } from '@/protocol/limits';
import { type RaceRules, USUAL_RACE } from '@/protocol/race';
import type { TrainingClaim } from '@/protocol/submission';
import type { StudentView, TeacherView } from '@/protocol/views';
import { countWeights } from '@/protocol/weight-shapes';
import { makeDataDir, type RunningServer, startServer } from './class-server';
import { makeClass, teacherHeaders, teacherTab } from './known-teacher';

const HIDDEN_8: Experiment = { ...EXPERIMENT, network: { kind: 'dense', hidden: [8], activation: 'relu' } };
const LIMITLESS = USUAL_RACE.limits;

describe('a race that its teacher has set up', () => {
  let data: Awaited<ReturnType<typeof makeDataDir>>;
  let server: RunningServer;
  let code: string;
  let teacher: RecordingTab;
  beforeAll(async () => {
    data = await makeDataDir();
    server = await startServer(data.dataDir);
  });
  afterEach(() => {
    closeTabs();
    server.clock.ahead = 0;
  });
  afterAll(async () => {
    await server.stop();
    await data.remove();
  });

  async function classWith<const Names extends readonly string[]>(...names: Names) {
    ({ code } = await makeClass(server.url));
    teacher = await teacherTab(server.url, code);
    mustBeOk(await teacher.command({ type: 'class:begin' }));
    return Promise.all(names.map((name) => studentTab(server.url, code, name)));
  }
  const set = (rules: Partial<RaceRules>) =>
    teacher.command({ type: 'race:set', rules: { ...USUAL_RACE, ...rules } });
  /** Hands a network of this accuracy in, for a run of its own. */
  async function hand(
    student: TabStudent<RecordingTab>,
    accuracy: number,
    claim: TrainingClaim,
    experiment: Experiment = EXPERIMENT,
    given: object = {},
    points = 0,
  ) {
    server.clock.ahead += LIMITS.submissionIntervalMs + 1;
    const runId = freshId();
    const { epoch } = mustBeOk(await student.tab.attachRun(runId, { experiment, ...given }));
    for (let sequence = 1; sequence <= points; sequence += 1)
      mustBeOk(await student.tab.append(runId, epoch, batch(sequence)));
    const weights = new Float32Array(countWeights(experiment));
    weights[0] = accuracy;
    return (await student.submit(runId, weights, claim)).answer;
  }
  const boardOf = (tab: RecordingTab) => (tab.views.at(-1) as TeacherView | StudentView | undefined)?.board;

  it('is set by those who lead alone, with rules that mean something', async () => {
    const [ada] = await classWith('Ada');
    const command = { type: 'race:set', rules: { ...USUAL_RACE, metric: 'weights' } } as const;
    expect(await ada!.tab.command(command)).toEqual({ ok: false, code: 'not-allowed' });
    expect(await set({ bar: 1.5 })).toEqual({ ok: false, code: 'bad-request' });
    expect(await set({ limits: { ...LIMITLESS, updates: 0 } })).toEqual({ ok: false, code: 'bad-request' });
    mustBeOk(await set({ metric: 'weights', bar: 0.75 }));
    await until('students are told', () => {
      const view = ada!.tab.views.at(-1) as StudentView | undefined;
      return view?.class.race.metric === 'weights' && view.class.race.bar === 0.75;
    });
  });

  it('ranks the smallest network over the bar, and ranks anew when its rules change', async () => {
    const [ada, ben] = await classWith('Ada', 'Ben');
    mustBeOk(await set({ metric: 'weights', bar: 0.75 }));
    const small = await hand(ada!, 0.75, { updates: 50 }, HIDDEN_8);
    expect(small).toMatchObject({ ok: true, best: true, race: { figure: 6_370, over: true } });
    const under = await hand(ada!, 0.625, { updates: 50 });
    expect(under).toMatchObject({ ok: true, best: false, race: { figure: 7_850, over: false } });
    mustBeOk(await hand(ben!, 0.875, { updates: 50 }));
    const figures = await until('both stand on the board', () => {
      const board = boardOf(ben!.tab);
      return board?.total === 2 && board;
    });
    expect(figures).toMatchObject({
      kind: 'weights',
      rows: [
        { rank: 1, accuracy: 0.75, shown: { kind: 'weights', amount: 6_370 } },
        { rank: 2, accuracy: 0.75, shown: { kind: 'weights', amount: 7_850 } },
      ],
    });
    expect(ben!.tab.views.at(-1)!.class.race.bar).toBe(0.75);
    mustBeOk(await set({}));
    const anew = await until('ranked anew', () => {
      const board = boardOf(ben!.tab);
      return board?.kind === 'accuracy' && board;
    });
    expect(anew.rows.map(({ accuracy }) => accuracy)).toEqual([0.875, 0.75]);
    mustBeOk(await teacher.command({ type: 'class:end' }));
    expect(await set({ metric: 'weights' })).toEqual({ ok: false, code: 'wrong-phase' });
  });

  it('refuses what is beyond a limit, before anything is read, and counts no try', async () => {
    const [ada] = await classWith('Ada');
    const refused = (code_: string) => ({ ok: false, code: code_ });
    mustBeOk(await set({ limits: { weights: 7_000, updates: 40, examples: 640 } }));
    expect(await hand(ada!, 0.9, { updates: 40 })).toEqual(refused('race-weights'));
    expect(await hand(ada!, 0.9, { updates: 41 }, HIDDEN_8)).toEqual(refused('race-updates'));
    // Who says nothing has not kept it; points that were sent say more than the page.
    expect(await hand(ada!, 0.9, {}, HIDDEN_8)).toEqual(refused('race-updates'));
    expect(await hand(ada!, 0.9, { updates: 1 }, HIDDEN_8, {}, 21)).toEqual(refused('race-updates'));
    expect(await hand(ada!, 0.9, { updates: 40 }, { ...HIDDEN_8, examples: 641 })).toEqual(
      refused('race-examples'),
    );
    const continues = { runId: freshId(), step: 500 };
    expect(await hand(ada!, 0.9, { updates: 40 }, HIDDEN_8, { continues })).toEqual(
      refused('race-other-start'),
    );
    expect(await hand(ada!, 0.9, { trainedTo: 40 }, HIDDEN_8, {}, 20)).toMatchObject({
      ok: true,
      best: true,
    });
    const view = await until('it stands on the board', () => {
      const told = ada!.tab.views.at(-1) as StudentView | undefined;
      return told?.ownRow && told;
    });
    expect(view.me.submissions).toBe(1);
  });

  it('is there again after a restart', async () => {
    const [ada] = await classWith('Ada');
    mustBeOk(await set({ metric: 'examples', bar: 0.5, baselines: true }));
    mustBeOk(await hand(ada!, 0.75, { updates: 50 }));
    closeTabs();
    await server.stop();
    server = await startServer(data.dataDir);
    const console_ = openTab(server.url, { extraHeaders: teacherHeaders() });
    const { view } = mustBeOk(await console_.attach({ code, as: { kind: 'teacher' } }));
    expect(view.class.race).toEqual({ ...USUAL_RACE, metric: 'examples', bar: 0.5, baselines: true });
    expect((view as TeacherView).board).toMatchObject({
      kind: 'examples',
      rows: [{ shown: { kind: 'examples', amount: 640 } }],
      baselines: [{ id: 'linear', figure: 12_000 }],
    });
  });
});
