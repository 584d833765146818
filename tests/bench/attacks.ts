/**
 * `npm run bench -- attacks [--only KIND] [--seconds S] [--students N]`: how an honest class fares while somebody behind the same address
 * attacks: the built server on a core of its own, the class and the attackers on the other.
 */
import type { ChildProcess } from 'node:child_process';
import { parseArgs } from 'node:util';
import { TabStudent } from '@/people/student';
import { Tab } from '@/people/tab';
import { createTeacher } from '@/people/teacher';
import { LESSON } from '@/tests/live/class-server';
import { ATTACKS, type AttackOrder } from './attack-kinds';
import { reportOf, startGenerator } from './generator';
import type { GeneratorReport, Load } from './live-messages';
import { startMeasuredServer } from './measured-server';
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
  const { server, meter } = await startMeasuredServer();
  const generator = startGenerator('live-generator.ts');
  const attackers = kind === 'none' ? null : startGenerator('attackers.ts');
  try {
    const teacher = await createTeacher(server.origin);
    const { code } = await teacher.createClass(LESSON);
    const load: Load = {
      url: server.origin,
      codes: [code],
      cookie: teacher.cookie,
      students,
      rate: 4,
      seconds,
      warmUpMs: WARM_UP_MS,
    };
    generator.send(load);
    const joined = await reported(generator, 'joined');
    if (attackers) {
      attackers.send({ kind, url: server.origin, code, email: teacher.email } satisfies AttackOrder);
      await reportOf<{ kind: 'attacking' }, 'attacking'>(attackers, 'attacking');
    }
    await reported(generator, 'measuring');
    await meter.measure();
    const visits = visit(server.origin, code, teacher);
    const done = await reported(generator, 'done');
    const honest = await visits();
    const { cpu, rssMb } = await meter.figures();
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
    meter.stop();
    await server.remove();
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
      const tab = new Tab(url, { patienceMs: 20_000 });
      const joined = new TabStudent(tab, code, `Late ${index}`).join();
      await joined.finally(() => tab.close());
      return true;
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
const summary = (times: readonly number[]) => ({
  p50: round(percentile(times, 0.5)),
  p99: round(percentile(times, 0.99)),
});
const reported = <Kind extends GeneratorReport['kind']>(generator: ChildProcess, kind: Kind) =>
  reportOf<GeneratorReport, Kind>(generator, kind);
