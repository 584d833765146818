import { describe, expect, it } from 'vitest';
import { groupedBy } from '@/client/console/card-groups';
import {
  classSpeedOf,
  compareNeeds,
  NEEDS,
  type Need,
  needOf,
  type TriageFacts,
} from '@/client/console/triage';
import type { Activity } from '@/protocol/activity';
import type { StudentCondition } from '@/protocol/condition';
import type { Finding } from '@/protocol/finding';
import type { StudentTelemetry } from '@/protocol/telemetry';

const NOW = 1_000_000;
const live = (activity: Activity, speed = 100): StudentTelemetry => ({
  studentId: 'a',
  activity,
  runId: null,
  backend: null,
  totalSteps: null,
  last: {
    step: 1,
    epoch: 0,
    loss: 1,
    accuracy: 0.5,
    validationLoss: null,
    validationAccuracy: null,
    examplesPerSecond: speed,
  },
});
const condition = (change: Partial<StudentCondition> = {}): StudentCondition => ({
  studentId: 'a',
  since: NOW - 600_000,
  rate: null,
  findings: [],
  hidden: false,
  ...change,
});
const TOO_HIGH: Finding = { kind: 'rate-too-high', unrest: 0.4, overshot: 0.5 };
const OVERFITS: Finding = { kind: 'overfitting', gap: 0.3, since: 4 };
const facts = (change: Partial<TriageFacts>): TriageFacts => ({
  live: live('training'),
  condition: condition(),
  task: null,
  asked: null,
  classSpeed: null,
  began: 0,
  ...change,
});
const kindOf = (change: Partial<TriageFacts>) => needOf(facts(change), NOW).kind;

describe('what a student needs', () => {
  it('nothing while the training goes well, or is done', () => {
    expect(kindOf({})).toBe('well');
    expect(kindOf({ live: live('finished') })).toBe('well');
    expect(kindOf({ live: live('finished'), condition: condition({ findings: [TOO_HIGH] }) })).toBe('well');
  });

  it('does not count the time in the lobby', () => {
    const joined = condition({ since: NOW - 600_000 });
    const waits = { live: live('connected'), condition: joined };
    expect(kindOf({ ...waits, began: NOW - 10_000 })).toBe('well');
    expect(kindOf({ ...waits, condition: { ...joined, hidden: true }, began: NOW - 10_000 })).toBe('well');
    expect(needOf(facts({ ...waits, began: NOW - 130_000 }), NOW)).toMatchObject({
      kind: 'waiting',
      since: NOW - 130_000,
    });
    // Who is away was so before, too.
    expect(needOf(facts({ ...waits, live: live('disconnected'), began: NOW }), NOW).since).toBe(joined.since);
  });

  it('names trouble with its evidence', () => {
    const findings = [TOO_HIGH];
    expect(needOf(facts({ live: live('diverged'), condition: condition({ findings }) }), NOW)).toEqual({
      kind: 'diverged',
      since: NOW - 600_000,
      finding: TOO_HIGH,
    });
    expect(kindOf({ live: live('stuck') })).toBe('chance');
    expect(kindOf({ condition: condition({ findings }) })).toBe('ill');
    // On a bench that keeps no runs the server knows of no training.
    expect(kindOf({ live: live('connected'), condition: condition({ findings }) })).toBe('ill');
    expect(kindOf({ live: live('overfitting') })).toBe('overfitting');
    expect(kindOf({ condition: condition({ findings: [OVERFITS] }) })).toBe('overfitting');
  });

  it('names the goal at which somebody is stuck, where the doctor knows nothing better', () => {
    const goals = (stuck: boolean) => ({
      list: [
        { id: 'inputs', met: true, hints: 0 },
        { id: 'theta', met: false, hints: 1 },
      ],
      ...{ stuck, skipped: 0 },
    });
    const at = (stuck: boolean, change: Partial<StudentCondition> = {}) =>
      condition({
        done: { stepId: 'weigh', items: [], goals: goals(stuck) },
        ...{ progressAt: NOW - 240_000, ...change },
      });
    expect(needOf(facts({ live: live('connected'), condition: at(true) }), NOW)).toEqual({
      ...{ kind: 'goal', since: NOW - 240_000, finding: null },
      goal: { stepId: 'weigh', goalId: 'theta' },
    });
    expect(kindOf({ live: live('connected'), condition: at(false) })).toBe('waiting');
    // More answers than that say less than the goal’s name.
    const task = { answers: 5, best: 0.4, since: NOW - 300_000 };
    expect(kindOf({ live: live('connected'), task, condition: at(true) })).toBe('goal');
    expect(kindOf({ condition: at(true, { findings: [TOO_HIGH] }) })).toBe('ill');
    expect(kindOf({ live: live('stuck'), condition: at(true) })).toBe('chance');
  });

  it('puts first who asks for help, whatever else there is, as long as they are here', () => {
    const asked = NOW - 120_000;
    expect(needOf(facts({ asked, live: live('diverged') }), NOW)).toEqual({
      kind: 'asked',
      since: asked,
      finding: null,
    });
    expect(kindOf({ asked, live: live('disconnected') })).toBe('away');
    const needs = [needOf(facts({ live: live('diverged') }), NOW), needOf(facts({ asked }), NOW)];
    expect(needs.sort(compareNeeds).map(({ kind }) => kind)).toEqual(['asked', 'diverged']);
  });

  it('does not speak of what has only just begun', () => {
    const since = NOW - 5_000;
    for (const activity of ['idle', 'connected'] as const) {
      expect(kindOf({ live: live(activity), condition: condition({ since }) })).toBe('well');
    }
    expect(kindOf({ live: live('idle') })).toBe('idle');
    expect(kindOf({ live: live('connected') })).toBe('waiting');
    expect(kindOf({ condition: condition({ hidden: true, since }) })).toBe('well');
    expect(kindOf({ condition: condition({ hidden: true }) })).toBe('hidden');
    expect(kindOf({ live: live('disconnected'), condition: condition({ since }) })).toBe('away');
  });

  it('sees who answers again and again and gets no further', () => {
    const task = { answers: 5, best: 0.5, since: NOW - 600_000 };
    const here = live('connected');
    expect(kindOf({ live: here, task })).toBe('task');
    expect(kindOf({ live: here, task: { ...task, best: 1 } })).toBe('well');
    expect(kindOf({ live: here, task: { ...task, answers: 2 } })).toBe('well');
    expect(kindOf({ live: here, task: { ...task, since: NOW - 1_000 } })).toBe('well');
  });

  it('calls a device slow beside those of the class, once there are enough', () => {
    const speeds = [100, 110, 120, 130].map((speed) => live('training', speed));
    expect(classSpeedOf(speeds)).toBeNull();
    const classSpeed = classSpeedOf([...speeds, live('training', 10), undefined]);
    expect(classSpeed).toBe(110);
    expect(kindOf({ live: live('training', 10), classSpeed })).toBe('slow');
    expect(kindOf({ live: live('training', 90), classSpeed })).toBe('well');
  });

  it('groups in the order of the needs, which is that of the comparison', () => {
    const needs = new Map<string, Need>(
      NEEDS.map((kind, index) => [`s${index}`, { kind, since: null, finding: null }] as const),
    );
    const ids = [...needs.keys()].reverse();
    expect(groupedBy(NEEDS, ids, (id) => needs.get(id)!.kind).map(([kind]) => kind)).toEqual([...NEEDS]);
    const sorted = [...needs.values()].reverse().sort(compareNeeds);
    expect(sorted.map(({ kind }) => kind)).toEqual([...NEEDS]);
  });
});
