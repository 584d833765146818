import { expect, it } from 'vitest';
import { createClass } from '@/classroom/state';
import { until } from '@/people/until';
import type { View } from '@/protocol/views';
import { ViewBroadcast } from '@/server/live/view-broadcast';
import type { Viewer } from '@/server/live/viewer';

function viewer(isWritable: () => boolean): Viewer & { versions: number[] } {
  const versions: number[] = [];
  return {
    versions,
    role: { kind: 'teacher', teacherId: 't' },
    sendView: ({ version }: View) => versions.push(version),
    sendFrame: () => undefined,
    sendScreenFrame: () => undefined,
    sendPool: () => undefined,
    sendSight: () => undefined,
    sendWatched: () => undefined,
    sendUnit: () => undefined,
    detach: () => undefined,
    hangUp: () => undefined,
    isWritable,
  };
}

it('I8: a viewer that lags gets the newest view once it listens again, never a backlog', async () => {
  let state = createClass(
    { id: 'c', code: 'ABCDEF', teacherId: 't', lessonId: 'handwritten-digits', maxStudents: 40 },
    1,
  );
  let writable = false;
  let asked = 0;
  const quick = viewer(() => true);
  const slow = viewer(() => {
    asked += 1;
    return writable;
  });
  const viewers = new Set([quick, slow]);
  const broadcast = new ViewBroadcast(viewers, () => state);
  for (let round = 0; round < 3; round += 1) {
    state = { ...state, version: state.version + 1 };
    broadcast.schedule();
    await until('the quick one’s view', () => quick.versions.at(-1) === state.version);
  }
  expect(quick.versions).toEqual([2, 3, 4]);
  expect(slow.versions).toEqual([]);
  const before = asked;
  await until('another look at the slow one', () => asked > before + 2);
  expect(quick.versions).toEqual([2, 3, 4]);
  writable = true;
  await until('its view', () => slow.versions.length > 0);
  expect(slow.versions).toEqual([4]);
  // One that has gone is not waited for.
  writable = false;
  state = { ...state, version: 5 };
  broadcast.schedule();
  await until('the last view', () => quick.versions.at(-1) === 5);
  viewers.delete(slow);
  broadcast.close();
});
