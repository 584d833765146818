import { describe, expect, it } from 'vitest';
import { shareUnchanged } from '@/base/share-unchanged';
import { onlyStudentsDiffer } from '@/client/console/use-paced-snapshot';
import type { ClassSnapshot } from '@/client/live/class-session';
import type { TeacherView } from '@/protocol/views';

/** What matters here: which parts are the very same. */
const view = {
  version: 1,
  class: { phase: 'live', stepIndex: 0 },
  settings: { anonymised: false },
  roster: [{ id: 'a', submissions: 0 }],
  board: { rows: [] },
  helps: [],
} as unknown as TeacherView;
const shown: ClassSnapshot<TeacherView> = {
  connection: 'online',
  offlineSince: null,
  serverStopping: false,
  storage: 'ok',
  refusal: null,
  view,
  clockOffset: 0,
};
/** As the session has it: the next view shares what has not changed. */
const next = (change: object): ClassSnapshot<TeacherView> => ({
  ...shown,
  view: shareUnchanged(view, structuredClone({ ...view, ...change })),
});

describe('what waits for the beat', () => {
  it('is what students do', () => {
    const handedIn = { version: 2, roster: [{ id: 'a', submissions: 1 }], board: { rows: [{ rank: 1 }] } };
    expect(onlyStudentsDiffer(shown, next(handedIn))).toBe(true);
  });

  it.each([
    ['another step', { class: { phase: 'live', stepIndex: 1 } }],
    ['names that are hidden', { settings: { anonymised: true } }],
    ['a call for help', { helps: [{ id: 'h' }] }],
  ])('is not %s', (_, change) => {
    expect(onlyStudentsDiffer(shown, next({ version: 2, ...change }))).toBe(false);
  });

  it('is neither a connection that is lost nor the first view', () => {
    expect(onlyStudentsDiffer(shown, { ...next({ version: 2 }), connection: 'offline' })).toBe(false);
    expect(onlyStudentsDiffer({ ...shown, view: null }, shown)).toBe(false);
  });
});
