import { describe, expect, it } from 'vitest';
import { linksTakenAlong } from '@/classroom/assistants';
import { COMMANDS } from '@/classroom/command-table';
import type { Actor, ClassCommand } from '@/classroom/commands';
import { decide } from '@/classroom/decide';
import type { Assistant, ClassState } from '@/classroom/state';
import { viewForTeacher } from '@/classroom/view';
import { ASSISTANT_ROLES, type LinkEnd } from '@/protocol/assistants';
import { USUAL_RACE } from '@/protocol/race';
import { aClass, aScore, context, decided, idOf, NOW, SERVER, TEACHER, withStudents } from './made-states';

type Asker =
  | 'owner'
  | 'lead'
  | 'help'
  | 'watch'
  | 'student'
  | 'newcomer'
  | 'server'
  | 'other-teacher'
  | 'revoked';
const CONSOLE = ['watch', 'help', 'lead', 'owner'] as const;
const from = (least: (typeof CONSOLE)[number]): readonly Asker[] => CONSOLE.slice(CONSOLE.indexOf(least));

/** Who may ask for each command: the type refuses to compile while one is missing. */
const MAY: { readonly [Type in ClassCommand['type']]: readonly Asker[] } = {
  'class:begin': from('lead'),
  'class:end': [...from('lead'), 'server'],
  'class:pause': from('lead'),
  'class:resume': from('lead'),
  'step:next': from('lead'),
  'step:previous': from('lead'),
  'step:go': from('lead'),
  'class:pace': from('lead'),
  'countdown:set': from('lead'),
  'countdown:add': from('lead'),
  'countdown:stop': from('lead'),
  'knob:ask': from('lead'),
  'knob:deal': from('lead'),
  'knob:next': from('lead'),
  'knob:close': from('lead'),
  'knob:expect': ['student'],
  'fool:ask': from('lead'),
  'fool:go': from('lead'),
  'fool:remove': from('lead'),
  'fool:close': from('lead'),
  'fool:judge': ['student'],
  'fool:record': ['server'],
  'audit:ask': from('lead'),
  'audit:go': from('lead'),
  'audit:close': from('lead'),
  'audit:guess': ['student'],
  'audit:tap': ['student'],
  'audit:record': ['server'],
  'merge:ask': from('lead'),
  'merge:go': from('lead'),
  'merge:close': from('lead'),
  'merge:guess': ['student'],
  'merge:record': ['server'],
  'leak:ask': from('lead'),
  'leak:go': from('lead'),
  'leak:show': from('lead'),
  'leak:begin': from('lead'),
  'leak:again': from('lead'),
  'leak:close': from('lead'),
  'leak:guess': ['student'],
  'leak:withdraw': ['student'],
  'leak:single': ['server'],
  'leak:join': ['server'],
  'leak:count': ['server'],
  'leak:reveal': ['server'],
  'leak:record': ['server'],
  'leak:fail': ['server'],
  'rounds:ask': from('lead'),
  'rounds:go': from('lead'),
  'rounds:close': from('lead'),
  'rounds:guess': ['student'],
  'rounds:arrive': ['server'],
  'rounds:alone': ['server'],
  'rounds:record': ['server'],
  'relay:ask': from('lead'),
  'relay:go': from('lead'),
  'relay:end': from('lead'),
  'relay:close': from('lead'),
  'relay:guess': ['student'],
  'relay:weights': ['student'],
  'relay:seat': ['server'],
  'relay:record': ['server'],
  'message:send': from('help'),
  'message:dismiss': ['student'],
  'class:lock': from('lead'),
  'class:require-approval': from('lead'),
  'class:anonymise': from('lead'),
  'class:show-names-on-screen': from('lead'),
  'class:limit-hand-ins': from('lead'),
  'class:rank': from('lead'),
  'class:reproduce': from('lead'),
  'screen:show': from('lead'),
  'race:set': from('lead'),
  'race:again': from('lead'),
  'reveal:begin': from('lead'),
  'reveal:go': [...from('lead'), 'server'],
  'reveal:withhold': from('lead'),
  'reveal:guess': ['student'],
  'newcomers:remove': from('lead'),
  'newcomers:forgive': from('lead'),
  'student:admit': from('help'),
  'student:rename': from('help'),
  'student:remove': from('lead'),
  'student:ban': from('lead'),
  'student:forgive': from('lead'),
  'student:free-device': from('lead'),
  'team:put': from('help'),
  'team:deal': from('help'),
  'bookmark:add': from('help'),
  'bookmark:mark': ['owner'],
  'bookmark:note': from('help'),
  'bookmark:remove': from('help'),
  'owner:add': ['owner'],
  'owner:remove': ['owner', 'server'],
  'assistant:add': ['owner'],
  'assistant:remove': ['owner'],
  'assistant:seen': ['server'],
  'student:join': ['newcomer'],
  'student:leave': ['student'],
  'student:return': ['student'],
  'student:take-back': ['server'],
  'prediction:commit': ['student'],
  'prediction:outcome': ['student'],
  'vote:open': from('lead'),
  'vote:turn': from('lead'),
  'vote:close': from('lead'),
  'vote:cast': ['student'],
  'ensemble:ask': from('lead'),
  'ensemble:close': from('lead'),
  'ensemble:guess': ['student'],
  'ensemble:record': ['server'],
  'quiz:answer': ['student'],
  'measurement:report': ['student'],
  'help:ask': ['student'],
  'help:end': ['student'],
  'help:pair': from('help'),
  'help:close': from('help'),
  'setup:hand': from('lead'),
  'snapshot:keep': ['server'],
  'snapshot:change': from('help'),
  'snapshot:move': from('help'),
  'snapshot:remove': from('help'),
  'score:record': ['server'],
  'race:keep': ['server'],
  'race:keep-teams': ['server'],
  'challenge:record': ['server'],
};

const assistants = ASSISTANT_ROLES.map(
  (role): Assistant => ({
    id: role,
    name: role,
    role,
    tokenHash: `hash of ${role}`,
    madeAt: 1,
    lastSeenAt: null,
    endsAt: null,
    endsWithClass: false,
  }),
);
const state: ClassState = { ...withStudents(aClass({ phase: 'live' }), 'Ada'), assistants };

const ASKERS: { readonly [Kind in Asker]: Actor } = {
  owner: TEACHER,
  'other-teacher': { kind: 'teacher', teacherId: 'somebody' },
  lead: { kind: 'assistant', assistantId: 'lead' },
  help: { kind: 'assistant', assistantId: 'help' },
  watch: { kind: 'assistant', assistantId: 'watch' },
  revoked: { kind: 'assistant', assistantId: 'taken back' },
  student: { kind: 'student', studentId: idOf(1) },
  newcomer: { kind: 'newcomer' },
  server: SERVER,
};

/** Enough of each command for its row to decide it. */
const FIELDS = {
  studentId: idOf(1),
  studentIds: [idOf(1)],
  team: 'Team 1',
  setting: 'learningRate',
  expected: [],
  secretHash: 'hash-1',
  nickname: 'Ben',
  bookmarkId: idOf(7),
  note: '',
  index: 0,
  pacing: { mode: 'teacher' },
  seconds: 60,
  text: 'Look here',
  to: null,
  messageId: idOf(8),
  locked: true,
  required: true,
  anonymised: true,
  shown: true,
  ranking: 'off',
  view: 'auto',
  argument: null,
  pinned: false,
  since: 0,
  teacherId: 'teacher',
  id: idOf(9),
  name: 'Ms Sato',
  role: 'help',
  tokenHash: 'hash',
  assistantId: 'help',
  stepId: 'train',
  choice: 0,
  kind: 'need',
  helperId: idOf(2),
  setUpId: idOf(6),
  snapshotId: idOf(5),
  sight: { stepId: 'train', works: [] },
  caption: '',
  named: false,
  place: 0,
  works: [{ name: 'draft', text: '{}' }],
  score: aScore(1, 0.5),
  checked: { studentId: idOf(1), part: 'a', parts: 1 },
  rules: USUAL_RACE,
  teams: ['Red'],
  anew: false,
  again: { races: 1, rows: [] },
  tried: { foolId: idOf(4) },
};

describe('who may ask for what', () => {
  it.each(Object.keys(COMMANDS) as ClassCommand['type'][])('I2: %s', (type) => {
    const command = { ...FIELDS, type } as unknown as ClassCommand;
    // Devices are measured in one lesson alone.
    const lessonId = type === 'measurement:report' ? 'gpu' : state.lessonId;
    const may = (Object.keys(ASKERS) as Asker[]).filter((asker) => {
      const decision = decide({ ...state, lessonId }, command, ASKERS[asker], context());
      return decision.ok || decision.code !== 'not-allowed';
    });
    expect(may.sort()).toEqual([...MAY[type]].sort());
  });
});

describe('links for those who help to lead', () => {
  const add = (id: string) =>
    ({
      type: 'assistant:add',
      id,
      name: ' Ms  Sato ',
      role: 'help',
      tokenHash: 'hash',
      until: null,
    }) as const;

  it('are made and taken back by owners, bounded, and noted when somebody comes', () => {
    let made = decided(aClass(), add('a'), TEACHER, context({ now: 50 }));
    expect(made.assistants).toEqual([
      {
        id: 'a',
        name: 'Ms Sato',
        role: 'help',
        tokenHash: 'hash',
        madeAt: 50,
        lastSeenAt: null,
        endsAt: null,
        endsWithClass: true,
      },
    ]);
    const seen = { type: 'assistant:seen', assistantId: 'a' } as const;
    const came = decided(made, seen, SERVER, context({ now: 60 }));
    expect(came.assistants[0]?.lastSeenAt).toBe(60);
    // A phone that comes back every few seconds writes nothing each time.
    expect(decided(came, seen, SERVER, context({ now: 59_000 }))).toBe(came);
    expect(decided(came, seen, SERVER, context({ now: 61_000 })).assistants[0]?.lastSeenAt).toBe(61_000);
    for (let index = 1; index < 12; index += 1) made = decided(made, add(`b${index}`), TEACHER);
    expect(decide(made, add('one more'), TEACHER, context())).toEqual({ ok: false, code: 'too-many-links' });
    const without = decided(made, { type: 'assistant:remove', assistantId: 'a' }, TEACHER);
    expect(without.assistants).toHaveLength(11);
    expect(decided(without, { type: 'assistant:remove', assistantId: 'a' }, TEACHER)).toBe(without);
    expect(decide(without, seen, SERVER, context())).toEqual({ ok: false, code: 'unknown-link' });
  });

  describe('have an end', () => {
    const HOUR = 3_600_000;
    const link = (until: LinkEnd | null, from = aClass()) => decided(from, { ...add('a'), until }, TEACHER);
    const pause = { type: 'class:pause' } as const;
    const by: Actor = { kind: 'assistant', assistantId: 'a' };
    const comesAt = (so: ClassState, now: number) => {
      const decision = decide(so, { type: 'assistant:seen', assistantId: 'a' }, SERVER, context({ now }));
      return decision.ok || decision.code;
    };

    it('with the class, in a day or a week, or when they are taken back, as the owner says', () => {
      const ended = (so: ClassState) => decided(so, { type: 'class:end' }, TEACHER);
      for (const [until, lasts] of [
        ['day', 24 * HOUR],
        ['week', 7 * 24 * HOUR],
      ] as const) {
        expect(comesAt(ended(link(until)), NOW + lasts - 1)).toBe(true);
        expect(comesAt(link(until), NOW + lasts)).toBe('link-over');
      }
      expect(comesAt(link('class'), NOW + 1_000 * HOUR)).toBe(true);
      expect(comesAt(ended(link('class')), NOW + 1)).toBe('link-over');
      expect(comesAt(ended(link('never')), NOW + 1_000 * HOUR)).toBe(true);
    });

    it('which is the class’s, and a group’s after a day, where nothing is said', () => {
      expect(link(null).assistants[0]).toMatchObject({ endsAt: null, endsWithClass: true });
      expect(link(null, aClass({ groupId: 'g' })).assistants[0]).toMatchObject({
        endsAt: NOW + 24 * HOUR,
        endsWithClass: false,
      });
    });

    it('after which they may do nothing, make room for others, and stay behind', () => {
      const live = link('day', aClass({ phase: 'live', groupId: 'g' }));
      const leading = { ...live, assistants: [{ ...live.assistants[0]!, role: 'lead' as const }] };
      expect(decide(leading, pause, by, context({ now: NOW + 23 * HOUR })).ok).toBe(true);
      expect(decide(leading, pause, by, context({ now: NOW + 24 * HOUR }))).toEqual({
        ok: false,
        code: 'not-allowed',
      });
      const later = decided(leading, add('b'), TEACHER, context({ now: NOW + 25 * HOUR }));
      expect(later.assistants.map(({ id }) => id)).toEqual(['b']);
      expect(linksTakenAlong(leading, NOW + HOUR)).toHaveLength(1);
      expect(linksTakenAlong(leading, NOW + 25 * HOUR)).toEqual([]);
      expect(linksTakenAlong(link('class', aClass({ groupId: 'g' })), NOW)).toEqual([]);
    });
  });

  it('I4: are for owners to see, what opens them for nobody', () => {
    const owners = viewForTeacher(state);
    expect(owners.assistants?.map(({ role }) => role)).toEqual(['watch', 'help', 'lead']);
    for (const role of ASSISTANT_ROLES) {
      const view = viewForTeacher(state, undefined, role);
      expect(view).toMatchObject({ role, assistants: null });
      expect({ ...view, role: 'owner', assistants: owners.assistants }).toEqual(owners);
    }
    expect(JSON.stringify(owners)).not.toContain('hash of');
  });
});
