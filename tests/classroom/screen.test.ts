import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import type { ClassState } from '@/classroom/state';
import { viewForScreen, viewForStudent, viewForTeacher } from '@/classroom/view';
import { commandSchema } from '@/protocol/commands';
import { SCREEN_VIEW_IDS, SCREEN_VIEWS, type ScreenViewId } from '@/protocol/screen';
import { aFool } from './a-fool';
import { aKnob } from './a-knob';
import { aLeak } from './a-leak';
import { aMerge } from './a-merge';
import { aRelay } from './a-relay';
import { anAudit } from './an-audit';
import { anEnsemble } from './an-ensemble';
import { aClass, context, TEACHER } from './made-states';
import { someRounds } from './some-rounds';

const show = (
  state: ClassState,
  view: ScreenViewId,
  argument: string | null = null,
  pinned = false,
): ClassState => done(state, { type: 'screen:show', view, argument, pinned });

function done(state: ClassState, command: Parameters<typeof decide>[1]): ClassState {
  const decision = decide(state, command, TEACHER, context());
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
}

const live = (given: Partial<ClassState> = {}) => aClass({ phase: 'live', startedAt: 1, ...given });

describe('the projector', () => {
  it('shows by itself what fits the moment, until it is told otherwise', () => {
    const class_ = live();
    expect(viewForScreen(class_).shows).toEqual({ view: 'auto', argument: null });
    const shown = show(class_, 'curves', 'accuracy');
    expect(shown.version).toBe(class_.version + 1);
    expect(viewForScreen(shown).shows).toEqual({ view: 'curves', argument: 'accuracy' });
    expect(viewForTeacher(shown).screen).toMatchObject({ view: 'curves', pinned: false });
    expect(show(shown, 'curves', 'accuracy')).toBe(shown);
  });

  it('goes back to that with another step or phase, unless it is pinned', () => {
    expect(done(show(live(), 'board'), { type: 'step:next' }).screenView).toBe('auto');
    const pinned = show(live(), 'curves', 'loss', true);
    const next = done(pinned, { type: 'step:next' });
    expect(next).toMatchObject({ screenView: 'curves', screenArgument: 'loss', screenPinned: true });
    expect(done(next, { type: 'class:end' })).toMatchObject({ screenView: 'curves' });
    expect(done(show(live(), 'curves', 'loss'), { type: 'class:pause' }).screenView).toBe('curves');
  });

  it('lets go of what makes no sense any more, pinned or not', () => {
    const pinned = show(live(), 'join', null, true);
    expect(done(pinned, { type: 'class:end' })).toMatchObject({
      screenView: 'auto',
      screenArgument: null,
      screenPinned: false,
    });
    const board = show(live(), 'board', null, true);
    expect(done(board, { type: 'class:rank', ranking: 'off' }).screenView).toBe('auto');
  });

  it('goes back when the experiment that it shows is put away, unless it is pinned; and can show it again', () => {
    const [id, student] = ['e'.repeat(32), 'a'.repeat(32)];
    const on = { closedAt: null };
    const state = live({
      ensembles: [{ ...anEnsemble(id, student, 1), ...on }],
      knobs: [{ ...aKnob(id, student, 1), ...on }],
      merges: [{ ...aMerge(id, student, id, 1), ...on }],
      fools: [{ ...aFool(id, student, id, 1), ...on }],
      audits: [{ ...anAudit(id, student, id, 1), ...on }],
      leaks: [{ ...aLeak(id, student, 1), ...on }],
      rounds: [{ ...someRounds(id, student, 1), ...on }],
      relays: [{ ...aRelay(id, student, 1), ...on }],
    });
    const experiments = [
      ['ensemble', null, { type: 'ensemble:close', ensembleId: id }],
      ['knob', null, { type: 'knob:close', knobId: id }],
      ['merge', null, { type: 'merge:close', mergeId: id }],
      ['small-networks', 'swap', { type: 'merge:close', mergeId: id }],
      ['fool', null, { type: 'fool:close', foolId: id }],
      ['audit', null, { type: 'audit:close', auditId: id }],
      ['leak', null, { type: 'leak:close', leakId: id }],
      ['rounds', null, { type: 'rounds:close', roundsId: id }],
      ['relay', null, { type: 'relay:close', relayId: id }],
    ] as const;
    for (const [view, argument, close] of experiments) {
      const away = done(show(state, view, argument), close);
      expect(away, view).toMatchObject({ screenView: 'auto', screenArgument: null });
      // Its teacher shows again what came of it, and nothing takes that away.
      expect(done(show(away, view, argument), { type: 'class:pause' }).screenView).toBe(view);
      expect(done(show(state, view, argument, true), close).screenView).toBe(view);
      expect(done(show(state, 'board'), close).screenView).toBe('board');
    }
    // What is asked next takes the place of what was on.
    const next = { type: 'relay:ask', relayId: 'f'.repeat(32), way: 'hand', hidden: 2 } as const;
    expect(done(show(state, 'relay'), next).screenView).toBe('relay');
  });

  it('offers what makes sense now and nothing else', () => {
    const offers = (state: ClassState) => viewForTeacher(state).screen.offered;
    expect(offers(aClass())).toEqual(['auto']);
    expect(offers(live())).toEqual(['auto', 'join', 'step', 'curves', 'map', 'pool', 'board']);
    expect(offers(live({ lessonId: 'perceptron' }))).toEqual(['auto', 'join', 'step', 'guesses', 'board']);
    expect(offers(live({ lessonId: 'gpu' }))).toEqual([
      ...['auto', 'join', 'step', 'guesses'],
      ...['devices', 'product'],
    ]);
    expect(offers(aClass({ phase: 'ended' }))).toEqual(['auto', 'curves', 'map', 'board', 'podium']);
    const refused = SCREEN_VIEW_IDS.filter((view) => !offers(live()).includes(view)).map((view) =>
      decide(live(), { type: 'screen:show', view, argument: null, pinned: false }, TEACHER, context()),
    );
    expect(refused).toEqual(refused.map(() => ({ ok: false, code: 'nothing-to-show' })));
    expect(refused.length).toBeGreaterThan(0);
  });

  it('is the owner’s business, and no student’s', () => {
    const command = { type: 'screen:show', view: 'step', argument: null, pinned: false } as const;
    for (const actor of [
      { kind: 'student', studentId: 'a' },
      { kind: 'teacher', teacherId: 'another' },
    ] as const)
      expect(decide(live(), command, actor, context())).toEqual({ ok: false, code: 'not-allowed' });
  });

  it('I4: tells students nothing of it', () => {
    const state = show(live(), 'curves', 'loss');
    const view = viewForStudent(
      {
        ...state,
        students: {
          a: {
            id: 'a',
            nickname: 'Ada',
            nicknameKey: 'ada',
            secretHash: '',
            mark: { colour: 0, glyph: 0 },
            membership: 'in',
            sentOutFrom: null,
            sweptSince: null,
            team: null,
            device: null,
            joinedAt: 1,
          },
        },
      },
      'a',
    );
    expect(JSON.stringify(view)).not.toContain('curves');
  });

  it('takes an argument where the view wants one, from its closed list', () => {
    const parse = (view: string, argument: unknown) =>
      commandSchema.safeParse({ type: 'screen:show', view, argument, pinned: false }).success;
    expect(parse('curves', 'loss')).toBe(true);
    expect(parse('map', 'loss-epochs')).toBe(true);
    expect(parse('small-networks', 'swap')).toBe(true);
    for (const [view, argument] of [
      ['map', 'loss'],
      ['curves', null],
      ['curves', 'names'],
      ['step', 'loss'],
      ['small-networks', null],
      ['names', null],
      ['auto', 7],
    ] as const)
      expect(parse(view, argument)).toBe(false);
    expect(SCREEN_VIEW_IDS.filter((view) => SCREEN_VIEWS[view](null))).not.toContain('curves');
  });
});
