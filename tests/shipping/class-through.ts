import { dealSeed } from '@/classroom/deal';
import { BENCHES } from '@/lessons/benches';
import { handwrittenDigits } from '@/lessons/handwritten-digits/lesson';
import { loss as lossLesson } from '@/lessons/loss/lesson';
import { LESSONS } from '@/lessons/registry';
import { CHALLENGE_ANSWERS } from '@/people/challenge-answers';
import { loadPictures } from '@/people/digit-pictures';
import { leadTo } from '@/people/lead-to';
import { mustBeOk } from '@/people/must-be-ok';
import { TabStudent } from '@/people/student';
import { Tab } from '@/people/tab';
import type { RegisteredTeacher } from '@/people/teacher';
import { TrainingStudent } from '@/people/training-student';
import { until } from '@/people/until';
import { EXPORT_NAMES, exportPath } from '@/protocol/exports';
import { NETWORK_EXPORT_NAMES, networkExportPath } from '@/protocol/network-exports';

/**
 * Holds a class of digits at a server from its lobby to its end (a student trains, a network is scored), and looks at whatever can be looked at,
 * so that each file which the server opens is opened. Gives how many addresses were answered. @throws Error with the first that fails
 */
export async function holdClassThrough(origin: string, teacher: RegisteredTeacher): Promise<number> {
  const { id, code } = await teacher.createClass(handwrittenDigits.id);
  const console = await teacher.conduct(code);
  const pictures = await loadPictures();
  const student = new TrainingStudent(origin, code, 'Ada', pictures, () => Promise.resolve());
  try {
    await student.join();
    mustBeOk(await console.command({ type: 'class:begin' }));
    await student.trainOnce({ ...handwrittenDigits.experiment, examples: 1_000, epochs: 2, seed: 1 });
    const [run] = mustBeOk(await student.tab.listRuns(null)).runs;
    if (!run) throw new Error('the run was not kept');
    mustBeOk(await console.command({ type: 'class:end' }));
    const look = lookFrom(origin, teacher.cookie);
    await until('its network is scored', async () =>
      /,0\.[5-9]\d*,/.test(await look(exportPath(id, 'submissions', true))),
    );
    const addresses = [
      ...[
        '/',
        '/learn',
        '/lab',
        '/privacy',
        '/learn/glossary',
        ...LESSONS.map(({ id: lesson }) => `/learn/${lesson}`),
      ],
      ...['/teach', `/teach/live/${code}`, `/screen/${code}`, `/join/${code}`],
      ...['', '/replay', '/pictures', '/report', `/runs/${run.id}`].map((page) => `/review/${id}${page}`),
      ...EXPORT_NAMES.map((name) => exportPath(id, name, true)),
      ...NETWORK_EXPORT_NAMES.map((name) => networkExportPath(run.id, name, true, null)),
      ...['kernels.wasm', 'tfjs-backend-wasm.wasm'].map((name) => `/wasm/${name}`),
    ];
    for (const address of addresses) await look(address);
    return addresses.length;
  } finally {
    student.leave();
    console.close();
  }
}

/** Has the server check an answer to a challenge. @throws Error with the refusal */
export async function answerChallenge(origin: string, teacher: RegisteredTeacher): Promise<void> {
  const { id, code } = await teacher.createClass(lossLesson.id);
  const console = await teacher.conduct(code);
  const student = new TabStudent(new Tab(origin), code, 'Grace');
  try {
    await student.join();
    await leadTo(
      console,
      lossLesson.steps.findIndex(({ bench }) => BENCHES[bench].challenge !== null),
    );
    mustBeOk(await student.tab.handIn(CHALLENGE_ANSWERS.loss(dealSeed(id))));
  } finally {
    student.tab.close();
    console.close();
  }
}

function lookFrom(origin: string, cookie: string): (address: string) => Promise<string> {
  return async (address) => {
    const answer = await fetch(origin + address, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    return answer.text();
  };
}
