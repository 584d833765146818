import { randomBytes, randomInt } from 'node:crypto';
import { LESSONS } from '@/lessons/registry';
import { freshId, newCredentials } from '@/people/credentials';
import { EXPERIMENT, point } from '@/people/sample-run';

/** What the fuzzer knows of the class that it is let loose on. */
export interface Prey {
  code: string;
  studentId: string;
  runId: string;
}

const pick = <Value>(from: readonly Value[]): Value => from[randomInt(from.length)]!;
const NASTY: readonly unknown[] = [
  null,
  true,
  -0,
  -1,
  1e308,
  2 ** 53,
  0.1,
  '',
  '\u0000',
  '__proto__',
  'constructor',
  '\ud800',
  '💥'.repeat(50),
  'x'.repeat(5_000),
  [],
  {},
  [[[[[[]]]]]],
  { __proto__: null },
  { toJSON: 1, valueOf: null, length: -1 },
];

export const EVENTS = [
  'attach',
  'command',
  'run:attach',
  'run:append',
  'run:list',
  'run:read',
  'student:condition',
  'sight:watch',
  'sight:show',
  'setup:read',
  'snapshot:take',
  'snapshot:read',
  'challenge:submit',
  'product:next',
  'pool:open',
  'pool:add',
  'pool:remove',
  'pool:label',
  'pool:clear',
  'view',
  'frame',
  'error',
  'message',
  '__proto__',
  'toString',
] as const;

/** Pieces of a bench's work, of which the door knows no more than how long they are. */
const works = () =>
  Array.from({ length: randomInt(4) }, (_, index) => ({
    name: pick(['draft', 'run', `piece-${'x'.repeat(index)}`, 'A']),
    text: pick(['{}', '[[[[', '\u0000', 'x'.repeat(7_000), '{"__proto__":{"a":1}}']),
  }));

/** Where guesses are asked for, in any lesson. */
const STEPS = LESSONS.flatMap(({ steps }) =>
  steps.filter(({ prediction }) => prediction).map(({ id }) => id),
);

/** A payload that the server could accept. */
function sound(event: string, prey: Prey): unknown {
  switch (event) {
    case 'attach':
      return {
        code: pick([prey.code, prey.code.toLowerCase(), 'ZZZZZZ']),
        as: pick([
          { kind: 'newcomer', nickname: `Guest ${randomInt(1e6)}`, credentials: newCredentials() },
          { kind: 'student', credentials: newCredentials() },
          { kind: 'assistant', token: pick(['x'.repeat(32), freshId()]) },
          { kind: 'teacher' },
          { kind: 'screen' },
        ]),
      };
    case 'command':
      return pick([
        { type: 'student:leave' },
        { type: 'prediction:commit', stepId: pick(STEPS), choice: randomInt(5) },
        { type: 'prediction:outcome', stepId: pick(STEPS), choice: randomInt(5) },
        { type: 'message:dismiss', messageId: pick([freshId(), prey.runId]) },
        {
          type: 'message:send',
          id: freshId(),
          text: pick(['Hello', '\u0000', 'x'.repeat(3_000)]),
          to: pick(['all', [prey.studentId]]),
        },
        { type: 'class:pause' },
        {
          type: 'class:pace',
          pacing: pick([{ mode: 'free' }, { mode: 'range', first: 3, last: randomInt(40) }]),
        },
        { type: 'step:go', index: randomInt(-1, 40) },
        { type: 'countdown:set', seconds: randomInt(-1, 99_999) },
        { type: 'class:anonymise', anonymised: true },
        { type: 'student:ban', studentId: prey.studentId },
        { type: 'student:forgive', studentId: prey.studentId },
        { type: 'bookmark:add', bookmarkId: freshId(), note: pick(['', 'XOR', ' \u200b ']) },
        { type: 'student:rename', studentId: prey.studentId, nickname: 'X' },
        { type: 'help:ask', kind: pick(['need', 'can', 'both']) },
        { type: 'help:end' },
        { type: 'help:pair', studentId: prey.studentId, helperId: freshId() },
        { type: 'setup:hand', setUpId: freshId(), stepId: 'train', to: null, works: works() },
        { type: 'snapshot:change', snapshotId: freshId(), caption: ' \u200b ', named: true },
      ]);
    case 'run:attach':
      return { runId: pick([freshId(), prey.runId]), experiment: EXPERIMENT, backend: 'cpu', startedAt: 1 };
    case 'run:append':
      return {
        runId: prey.runId,
        epoch: randomInt(1, 4),
        batch: {
          sequence: randomInt(1, 6),
          points: Array.from({ length: randomInt(4) }, (_, index) => point(index)),
          state: pick(['training', 'paused', 'finished']),
          report: null,
        },
      };
    case 'run:list':
      return { studentId: pick([null, prey.studentId, freshId()]) };
    case 'student:condition':
      return {
        findings: [
          pick([
            { kind: 'dead-units', layer: 1, share: 0.5 },
            { kind: 'dead-units', layer: 99, share: -1 },
          ]),
        ],
        hidden: pick([true, false]),
        ...pick([{}, { step: randomInt(-1, 40) }]),
      };
    case 'sight:watch':
      return { studentId: prey.studentId, on: pick([true, false]) };
    case 'sight:show':
      return { stepId: pick(['train', 'x'.repeat(60), '<b>']), works: works() };
    case 'setup:read':
      return { setUpId: freshId() };
    case 'snapshot:take':
      return { snapshotId: freshId(), studentId: prey.studentId };
    case 'snapshot:read':
      return { snapshotId: freshId() };
    case 'challenge:submit':
      return {
        answer: pick([
          { part: pick(['and', 'or', 'not']), weights: [1, 1], threshold: 1.5 },
          { network: 0, weights: randomBytes(4 * randomInt(20)).toString('base64') },
          { network: 8, weights: '' },
        ]),
      };
    case 'pool:open':
    case 'pool:clear':
      return {};
    case 'pool:add':
      return {
        id: freshId(),
        label: randomInt(12),
        pixels: pick([randomBytes(784).toString('base64'), '='.repeat(1048)]),
      };
    case 'pool:remove':
      return { id: pick([freshId(), prey.studentId]) };
    case 'pool:label':
      return { labels: pick([null, ['a', 'b'], ['a', 'a'], ['', 'x'.repeat(200)]]) };
    default:
      return { runId: pick([prey.runId, freshId()]) };
  }
}

/** Changes one place somewhere inside: replaced, dropped, or one more. */
function spoil(value: unknown, depth = 0): unknown {
  if (depth > 4 || typeof value !== 'object' || value === null || randomInt(4) === 0) return pick(NASTY);
  if (Array.isArray(value))
    return value.length === 0 ? [pick(NASTY)] : value.map((each) => spoil(each, depth + 1));
  const entries = Object.entries(value);
  if (entries.length === 0) return pick(NASTY);
  const [key] = pick(entries);
  const copy: Record<string, unknown> = { ...value };
  const what = randomInt(4);
  if (what === 0) delete copy[key];
  else if (what === 1) copy[randomBytes(3).toString('hex')] = pick(NASTY);
  else copy[key] = spoil(copy[key], depth + 1);
  return copy;
}

/** One message: an event and its arguments, apart from the way to be answered. */
export function makeMessage(prey: Prey): { event: string; args: unknown[] } {
  const event = pick(EVENTS);
  const payload = sound(event, prey);
  switch (randomInt(6)) {
    case 0:
      return { event, args: [payload] };
    case 1:
      return { event, args: [pick(NASTY)] };
    case 2:
      return { event, args: [payload, pick(NASTY)] };
    case 3:
      return { event, args: [randomBytes(randomInt(200))] };
    default:
      return { event, args: [spoil(payload)] };
  }
}

/** Text that is no Engine.IO or Socket.IO packet, or nearly one. */
export function makePacket(): string | Buffer {
  return pick<() => string | Buffer>([
    () => randomBytes(randomInt(1, 300)),
    () => randomBytes(randomInt(1, 100)).toString('latin1'),
    () => `4${randomInt(10)}${randomBytes(8).toString('latin1')}`,
    () => '42["attach"',
    () => '42[]',
    () => '42{}',
    () => '42["error",{}]',
    () => '420["__proto__",{"__proto__":1}]',
    () => '451-["attach",{"_placeholder":true,"num":0}]',
    () => '459999999999-["attach"]',
    () => '42/other,["attach",{}]',
    () => `42${'['.repeat(20_000)}`,
    () => '41',
    () => '2probe',
    () => '6',
  ])();
}

/** A request line and path that no page of ours sends. */
export function makeRequest(prey: Prey): { method: string; path: string; body?: Buffer } {
  const id = randomBytes(16).toString('hex');
  return pick([
    {
      method: 'GET',
      path: `/api/classes/${encodeURIComponent(String(pick(['', '..', '%', '\u0000', prey.code, id])))}`,
    },
    { method: 'POST', path: '/api/classes', body: randomBytes(randomInt(1, 8_000)) },
    {
      method: 'POST',
      path: `/api/classes/${prey.code}/submissions?run=${id}`,
      body: randomBytes(randomInt(1, 50_000)),
    },
    { method: 'DELETE', path: `/api/classes/${id}/students/${id}` },
    { method: 'PUT', path: `/api/classes/${id}/${'x/'.repeat(200)}` },
    { method: 'GET', path: '/socket.io/?EIO=4&transport=polling&sid=%00' },
    { method: 'POST', path: '/socket.io/?EIO=4&transport=polling', body: randomBytes(100) },
    { method: 'GET', path: '/api/classes/%E0%A4%A' },
  ]);
}
