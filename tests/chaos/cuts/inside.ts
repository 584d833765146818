/** The rehearsal itself, in the network that it makes (started by rehearse-cuts.ts, apart from the machine's own). */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { leadTo } from '@/people/lead-to';
import { ServerProcess } from '@/people/server-process';
import { createTeacher } from '@/people/teacher';
import { readEnv } from '@/server/env';
import { openStore } from '@/server/store/open-store';
import { LESSON } from '@/tests/live/class-server';
import { QUIET_SERVER } from './addresses';
import { type CutFigures, compareWithStore } from './cut-figures';
import type { StudentsWord } from './cut-off-students';
import { makeOwnNetwork, PLACES, within } from './own-network';
import { PageStudent, type Recorded } from './page-student';
import type { CutOptions } from './rehearse-cuts';
import type { RelayWord } from './relay';
import { drawCuts } from './weather';

/** In the same class on lines of their own: they are to notice nothing. */
const OTHERS = 6;
/** Cuts of each link of those that forget, as the control. */
const FORGETFUL = { links: 2, cuts: 2 };

process.on('disconnect', () => process.exit(1));
const { cuts, links, longestSeconds, seed } = JSON.parse(process.argv[2]!) as CutOptions;
process.send!(await rehearse());
process.exit(0);

async function rehearse(): Promise<CutFigures> {
  const all = links + FORGETFUL.links;
  const taps = makeOwnNetwork(all);
  const wire = start([], 'tests/chaos/cuts/relay.ts');
  const server = await ServerProcess.start({
    command: [...within(PLACES.server), process.execPath, 'scripts/start.mjs'],
    hostname: QUIET_SERVER,
    env: { HOST: '0.0.0.0', LOG_LEVEL: 'warn' },
    shown: true,
  });
  const cutOff = start(within(PLACES.students), 'tests/chaos/cuts/cut-off-students.ts');
  const tellStudents = (word: StudentsWord) => ask(cutOff, word);
  try {
    await ask(wire, { type: 'open', order: taps } satisfies RelayWord);
    const { origin: url, port } = server;
    const teacher = await createTeacher(url);
    const { code } = await teacher.createClass(LESSON);
    const desk = await teacher.conduct(code);
    let deskLosses = 0;
    desk.socket.on('disconnect', () => {
      deskLosses += 1;
    });
    await leadTo(desk, 0);
    await tellStudents({ type: 'join', port, code, links: all, forgetful: FORGETFUL.links });
    const others = await Promise.all(
      Array.from({ length: OTHERS }, (_, index) => PageStudent.join(url, code, `Other ${index + 1}`)),
    );
    await Promise.all([tellStudents({ type: 'begin' }), ...others.map((student) => student.begin())]);

    const longestMs = longestSeconds * 1_000;
    const drawn = drawCuts(cuts, links, longestMs, seed);
    const forControl = drawCuts(FORGETFUL.links * FORGETFUL.cuts, FORGETFUL.links, longestMs, seed + 1).map(
      (cut) => ({ ...cut, link: cut.link + links }),
    );
    const plan = { seed, links: all, cuts: [...drawn, ...forControl] };
    wire.send({ type: 'begin', plan } satisfies RelayWord);
    await new Promise((resolve) => setTimeout(resolve, Math.max(...plan.cuts.map(({ until }) => until))));

    const [{ recorded }, recordedByOthers] = await Promise.all([
      tellStudents({ type: 'finish' }) as Promise<{ recorded: Recorded[] }>,
      Promise.all(others.map((student) => student.finish())),
    ]);
    const seenByDesk = { deskLosses };
    desk.close();
    await server.kill();
    const store = await openStore(readEnv({ DATA_DIR: server.dataDir }), { inWorker: false });
    const [cut, control, quiet] = await Promise.all(
      [
        recorded.filter((one) => !one.isForgetful),
        recorded.filter((one) => one.isForgetful),
        recordedByOthers,
      ].map((some) => compareWithStore(store, some)),
    );
    await store.close();
    const seconds = drawn.map(({ from, until }) => Math.round((until - from) / 1_000)).sort((a, b) => a - b);
    return {
      cuts: drawn.length,
      links,
      seed,
      seconds,
      cut: cut!,
      control: control!,
      others: { ...quiet!, ...seenByDesk },
    };
  } finally {
    for (const child of [wire, cutOff]) child.kill('SIGKILL');
    await server.remove();
  }
}

function start(before: readonly string[], file: string): ChildProcess {
  const [program, ...args] = [...before, process.execPath, '--import', 'tsx', file];
  return spawn(program!, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** Tells a process something and waits for its answer. @throws Error where it ends instead */
async function ask(child: ChildProcess, word: object): Promise<object> {
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended: ${code ?? signal}`);
  });
  ended.catch(() => undefined);
  const answer = once(child, 'message').then(([message]) => message as object);
  child.send(word);
  return Promise.race([answer, ended]);
}
