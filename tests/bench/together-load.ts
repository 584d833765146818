import { parseArgs } from 'node:util';
import { startOf } from '@/engine/training/start-of';
import { freshId } from '@/people/credentials';
import { leadTo } from '@/people/lead-to';
import { mustBeOk } from '@/people/must-be-ok';
import { EXPERIMENT } from '@/people/sample-run';
import type { TabStudent } from '@/people/student';
import type { Tab } from '@/people/tab';
import { createTeacher } from '@/people/teacher';
import type { Experiment } from '@/protocol/experiment';
import { trainingSteps } from '@/protocol/experiment-steps';
import { MERGED_NETWORK } from '@/protocol/merge-settings';
import type { Answer } from '@/protocol/refusals';
import type { View } from '@/protocol/views';
import { LESSON } from '@/tests/live/class-server';
import { joinAll } from './join-all';
import { joinMasks, sumBehindMasks } from './masks-load';
import { startMeasuredServer } from './measured-server';
import { beTheNetwork } from './relay-load';
import { learnInRounds } from './rounds-load';
import { StreamedPoints } from './streamed-points';

const OPTIONS = {
  students: { type: 'string', default: '60' },
  seconds: { type: 'string', default: '10' },
} as const;

/** 50,890 weights, as what is dealt to be averaged has. */
const network = MERGED_NETWORK;

/**
 * `npm run bench -- together-load [--students 60 --seconds 10]`: how long points wait to be acknowledged while the server counts a vote of the whole class's
 * networks, of 50,890 weights each, their averages and their alignment; while it averages them for a class, and everybody reads the pictures of units; while all of
 * them are handed in at once; while the class learns in rounds, each of which takes and gives weights of everybody; while all networks are asked what they have
 * really learned; while all send gradients behind masks, and these are taken away; and while everybody is a unit of a network. Before and after beside it.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const { server, meter } = await startMeasuredServer();
  try {
    const teacher = await createTeacher(server.origin);
    const { code } = await teacher.createClass(LESSON);
    const console = await teacher.conduct(code);
    const door = { url: teacher.url, code, cookie: teacher.cookie };
    const students = await joinAll(door, Number(values.students), async (student) => student);
    await leadTo(console, 0);
    // Taken up before anything is handed in: what counts is handed in since.
    const mergeId = freshId();
    mustBeOk(await console.command({ type: 'merge:ask', mergeId, start: 'own' }));
    const points = new StreamedPoints(students);
    const quietly = () => new Promise((resolve) => setTimeout(resolve, Number(values.seconds) * 1_000));
    const before = await points.during(quietly);
    const handingIn = await points.during(() => Promise.all(students.map(handIn)));
    const ensembleId = freshId();
    mustBeOk(await console.command({ type: 'ensemble:ask', ensembleId }));
    const counting = await points.during(async () =>
      mustBeOk(await console.say<Answer>('ensemble:count', { ensembleId })),
    );
    const averaging = await points.during(async () =>
      mustBeOk(await console.say<Answer>('merge:average', { mergeId })),
    );
    mustBeOk(await console.command({ type: 'merge:go', mergeId, stage: 'align' }));
    const reading = await points.during(() =>
      Promise.all(
        students.map(async ({ tab }) => mustBeOk(await tab.say<Answer>('merge:units', { mergeId }))),
      ),
    );
    const rounds = await points.during(() => learnInRounds(console, students));
    const auditId = await handInForAudit(console, students);
    const auditing = await points.during(async () =>
      mustBeOk(await console.say<Answer>('audit:run', { auditId })),
    );
    const sum = await joinMasks(console, students);
    const masks = await points.during(() => sumBehindMasks(console, students, sum));
    const relay = await points.during(() => beTheNetwork(console, students));
    const after = await points.during(quietly);
    points.end();
    return {
      students: students.length,
      before,
      handingIn,
      counting,
      averaging,
      reading,
      rounds,
      auditing,
      masks,
      relay,
      after,
    };
  } finally {
    meter.stop();
    await server.remove();
  }
}

/** A network of its own, as it is before any training: it costs the same to check. */
async function handIn(student: TabStudent, index: number): Promise<void> {
  const experiment: Experiment = { ...EXPERIMENT, network, seed: index };
  const runId = freshId();
  mustBeOk(await student.tab.attachRun(runId, { experiment, backend: 'kernels' }));
  const answer = await student.submit(runId, startOf(experiment).weights);
  mustBeOk(answer.answer);
}

/** Everybody hands in a network of what it was dealt, as it is before any training: it costs the same to ask. @returns the audit's id */
async function handInForAudit(teacher: Tab, students: readonly TabStudent[]): Promise<string> {
  const auditId = freshId();
  const dealt = Promise.all(students.map(({ tab }) => dealtIn(tab)));
  mustBeOk(await teacher.command({ type: 'audit:ask', auditId, kind: 'mixed' }));
  await Promise.all(
    (await dealt).map(async (experiment, index) => {
      const student = students[index]!;
      const runId = freshId();
      mustBeOk(await student.tab.attachRun(runId, { experiment, backend: 'kernels' }));
      const claim = { updates: trainingSteps(experiment) };
      mustBeOk((await student.submit(runId, startOf(experiment).weights, claim)).answer);
    }),
  );
  return auditId;
}

/** What a student is dealt, once it is told. */
function dealtIn(tab: Tab): Promise<Experiment> {
  return new Promise((resolve) => {
    const look = (view: View) => {
      if (view.viewer !== 'student' || !view.audit?.experiment) return;
      tab.socket.off('view', look);
      resolve(view.audit.experiment);
    };
    tab.socket.on('view', look);
  });
}
