/**
 * `npm run bench -- attacks [--only KIND] [--seconds S] [--students N]`: how an honest class fares while somebody behind the same address
 * attacks: the built server on a core of its own, the class and the attackers on the other.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '@/protocol/events';
import { createTeacher } from '@/tests/browser/teacher-api';
import { LESSON } from '@/tests/live/class-server';
import { newCredentials } from '@/tests/live/people';
import { ATTACKS, type AttackOrder } from './attack-kinds';
import { reportOf, startGenerator } from './generator';
import type { GeneratorReport, Load } from './live-messages';
import { BenchServer } from './live-server';
import { percentile, round } from './percentiles';

const WARM_UP_MS = 2_000;
/** An honest page load, newcomer and sign-in (in a browser that is known, in a new one) at this pace. */
const VISIT_MS = 500;

export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      students: { type: 'string', default: '30' },
      seconds: { type: 'string', default: '10' },
    },
  });
  const kinds = values.only ? [values.only] : ['none', ...Object.keys(ATTACKS)];
  const figures: Record<string, object> = {};
  for (const kind of kinds) {
    figures[kind] = await attacked(kind, Number(values.students), Number(values.seconds));
    console.error(kind, JSON.stringify(figures[kind]));
  }
  return figures;
}

async function attacked(kind: string, students: number, seconds: number): Promise<object> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'perceptroom-attacks-'));
  const server = await BenchServer.start(dataDir);
  const generator = startGenerator('live-generator.ts');
  const attackers = kind === 'none' ? null : startGenerator('attackers.ts');
  try {
    const teacher = await createTeacher(server.url);
    const { code } = await teacher.createClass(LESSON);
    const load: Load = {
      url: server.url,
      code,
      cookie: teacher.cookie,
      students,
      rate: 4,
      seconds,
      warmUpMs: WARM_UP_MS,
    };
    generator.send(load);
    const joined = await reported(generator, 'joined');
    if (attackers) {
      attackers.send({ kind, url: server.url, code, email: teacher.email } satisfies AttackOrder);
      await reportOf<{ kind: 'attacking' }, 'attacking'>(attackers, 'attacking');
    }
    await reported(generator, 'measuring');
    await server.measure();
    const visits = visit(server.url, code, teacher);
    const done = await reported(generator, 'done');
    const honest = await visits();
    const { cpu, rssMb } = await server.figures();
    return {
      ackMs: summary(done.ackMs),
      refused: done.refused,
      ...honest,
      cpu: round(cpu, 2),
      rssMb: round(rssMb, 0),
      lateMs: round(percentile(done.lateMs, 0.99)),
      joinAllMs: round(joined.milliseconds, 0),
    };
  } finally {
    attackers?.kill();
    generator.kill();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Honest people who come while it goes on: each deed's times, and how often it did not work. */
function visit(url: string, code: string, teacher: { email: string; password: string; cookie: string }) {
  const signIn = async (headers: Record<string, string>) => {
    const answer = await fetch(`${url}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...headers },
      body: JSON.stringify({ email: teacher.email, password: teacher.password }),
    });
    return answer.ok;
  };
  const deeds = {
    pageMs: async () => (await fetch(`${url}/class/${code}`)).ok,
    reloadMs: async () =>
      (await fetch(`${url}/teach/live/${code}`, { headers: { cookie: teacher.cookie } })).ok,
    joinMs: async (index: number) => {
      const line = connectOnly(url);
      const as = { kind: 'newcomer', nickname: `Late ${index}`, credentials: newCredentials() } as const;
      const answer = await line.timeout(20_000).emitWithAck('attach', { code, as });
      line.close();
      return answer.ok;
    },
    signInMs: () => signIn({ cookie: withoutSession(teacher.cookie) }),
    newBrowserMs: () => signIn({}),
  };
  let stopped = false;
  const all = Object.entries(deeds).map(async ([name, deed]) => {
    const times: number[] = [];
    let failed = 0;
    for (let index = 0; !stopped; index += 1) {
      const began = performance.now();
      const ok = await deed(index).catch(() => false);
      if (ok) times.push(performance.now() - began);
      else failed += 1;
      await new Promise((resolve) => setTimeout(resolve, VISIT_MS));
    }
    return [name, { ...summary(times), failed }] as const;
  });
  return async () => {
    stopped = true;
    return Object.fromEntries(await Promise.all(all));
  };
}

/** The cookies of a browser that has signed in before. */
const withoutSession = (cookie: string) =>
  cookie
    .split('; ')
    .filter((one) => !one.includes('session_token'))
    .join('; ');
const connectOnly = (url: string): Socket<ServerToClient, ClientToServer> =>
  io(url, { transports: ['websocket'], forceNew: true });
const summary = (times: readonly number[]) => ({
  p50: round(percentile(times, 0.5)),
  p99: round(percentile(times, 0.99)),
});
const reported = <Kind extends GeneratorReport['kind']>(generator: ChildProcess, kind: Kind) =>
  reportOf<GeneratorReport, Kind>(generator, kind);
