import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { dealSeed } from '@/classroom/deal';
import { expectedSums, productMatrices } from '@/engine/compute/class-product';
import { mustBeOk } from '@/people/must-be-ok';
import { closeTabs, openTab, type RecordingTab } from '@/people/recording-tab';
import { studentTab } from '@/people/student';
import { until } from '@/people/until';
import type { Measurement } from '@/protocol/measurement';
import { CLASS_PRODUCT } from '@/protocol/product-size';
import type { ScreenView, StudentView, TeacherView } from '@/protocol/views';
import { makeDataDir, type RunningServer, startServer, TEACHER } from './class-server';
import { makeClass, screenTab, teacherHeaders, teacherTab } from './known-teacher';

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

const device: Measurement = {
  software: false,
  figures: [
    { task: 'matrix-product', backend: 'javascript', size: 512, ms: 100 },
    { task: 'matrix-product', backend: 'webgl', size: 512, ms: 2.5 },
  ],
};
const viewOf = <View>(tab: RecordingTab) => tab.views.at(-1) as unknown as View | undefined;

it('a device’s measurement reaches teacher, projector and the others without a name, and survives a restart', async () => {
  const { code } = await makeClass(server.url, TEACHER, 'gpu');
  const teacher = await teacherTab(server.url, code);
  mustBeOk(await teacher.command({ type: 'class:begin' }));
  const ada = await studentTab(server.url, code, 'Ada');
  const ben = await studentTab(server.url, code, 'Ben');
  const screen = await screenTab(server.url, code);

  mustBeOk(await ada.tab.command({ type: 'measurement:report', ...device }));
  for (const tab of [teacher, screen, ben.tab]) {
    const devices = await until('the picture', () => {
      const view = viewOf<TeacherView | ScreenView | StudentView>(tab);
      return view?.devices?.total === 1 ? view.devices : null;
    });
    expect(devices.devices[0]!.tasks['matrix-product'].webgl?.[6]).toBe(40);
  }
  expect(viewOf<StudentView>(ben.tab)?.ownDevice).toBeNull();
  await until('the own device', () => viewOf<StudentView>(ada.tab)?.ownDevice ?? null);

  const broken = {
    type: 'measurement:report',
    software: false,
    figures: [{ ...device.figures[0]!, size: 3 }],
  };
  expect(await ada.tab.command(broken as never)).toEqual({ ok: false, code: 'bad-request' });
  expect(await teacher.command({ type: 'measurement:report', ...device })).toMatchObject({
    code: 'not-allowed',
  });

  closeTabs();
  await server.stop();
  server = await startServer(data.dataDir);
  const again = openTab(server.url, { extraHeaders: teacherHeaders() });
  const { view } = mustBeOk(await again.attach({ code, as: { kind: 'teacher' } }));
  expect(view.devices?.total).toBe(1);
});

it('devices calculate a product together: rows are handed out, checked, and everybody hears how it stands', async () => {
  const { id, code } = await makeClass(server.url, TEACHER, 'gpu');
  const teacher = await teacherTab(server.url, code);
  const screen = await screenTab(server.url, code);
  const { tab: ada, id: adaId } = await studentTab(server.url, code, 'Ada');
  const { tab: ben, id: benId } = await studentTab(server.url, code, 'Ben');
  const join = { round: null, done: null };
  expect(await ada.nextRows(join)).toEqual({ ok: false, code: 'wrong-phase' });
  mustBeOk(await teacher.command({ type: 'class:begin' }));

  const sums = expectedSums(productMatrices(dealSeed(id)));
  expect(mustBeOk(await ada.nextRows(join))).toMatchObject({ round: 1, devices: 1, block: null, ms: null });
  expect(mustBeOk(await ben.nextRows(join)).devices).toBe(2);
  server.clock.ahead += CLASS_PRODUCT.gatherMs;

  // A wrong sum is no block: it is asked for again.
  const first = mustBeOk(await ada.nextRows({ round: 1, done: null }));
  const wrong = { block: first.block!, sum: sums[first.block!]! + 1 };
  expect(mustBeOk(await ada.nextRows({ round: 1, done: wrong })).block).toBe(first.block);
  expect(await ada.nextRows({ round: 1, done: { block: 99, sum: 0 } })).toEqual({
    ok: false,
    code: 'bad-request',
  });

  const given = { ada: first.block, ben: mustBeOk(await ben.nextRows({ round: 1, done: null })).block };
  const tabs = { ada, ben };
  for (let turn = 0; given.ada !== null || given.ben !== null; turn++) {
    const who = turn % 2 === 0 ? 'ada' : 'ben';
    const block = given[who];
    if (block === null) continue;
    given[who] = mustBeOk(await tabs[who].nextRows({ round: 1, done: { block, sum: sums[block]! } })).block;
  }
  const { owners, ms } = mustBeOk(await ada.nextRows({ round: 1, done: null }));
  expect(ms).toBeGreaterThanOrEqual(0);
  expect(owners.filter((owner) => owner === 'own')).toHaveLength(CLASS_PRODUCT.blocks / 2);
  expect(owners.filter((owner) => owner === 'other')).toHaveLength(CLASS_PRODUCT.blocks / 2);
  // The teacher hears whose each block is, also on a page that comes later; the projector while it shows it, and of nobody.
  const seen = await until('the whole product', () => {
    const product = teacher.frames.findLast((frame) => frame.product)?.product;
    return product?.ms === ms ? product : null;
  });
  expect(seen.blocks).toEqual(new Array(CLASS_PRODUCT.blocks).fill('in'));
  expect(new Set(seen.by.map((place) => seen.joined[place!]))).toEqual(new Set([adaId, benId]));
  const later = openTab(server.url, { extraHeaders: teacherHeaders() });
  expect(mustBeOk(await later.attach({ code, as: { kind: 'teacher' } })).telemetry?.product).toEqual(seen);
  expect(screen.screenFrames.some((frame) => frame.product)).toBe(false);
  mustBeOk(await teacher.command({ type: 'screen:show', view: 'product', argument: null, pinned: false }));
  const wall = await until('the product on the wall', () => screen.screenFrames.at(-1)?.product);
  expect(wall).toMatchObject({ round: 1, devices: 2, ms });
  expect(JSON.stringify(wall)).not.toMatch(new RegExp(`${adaId}|${benId}|Ada|Ben`));
  // A class whose lesson has none.
  const other = await makeClass(server.url, TEACHER, 'loss');
  mustBeOk(await (await teacherTab(server.url, other.code)).command({ type: 'class:begin' }));
  const eve = (await studentTab(server.url, other.code, 'Eve')).tab;
  expect(await eve.nextRows(join)).toEqual({ ok: false, code: 'no-such-step' });
});
