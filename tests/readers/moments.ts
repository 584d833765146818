import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { evaluate } from '@/engine/network/evaluate';
import { Training } from '@/engine/training/training';
import { startNodeBackend } from '@/engine/verify/start-node-backend';
import { freshId } from '@/people/credentials';
import { handCheckpoint } from '@/people/hand-checkpoint';
import { mustBeOk } from '@/people/must-be-ok';
import { ServerProcess } from '@/people/server-process';
import { studentTab } from '@/people/student';
import { createTeacher } from '@/people/teacher';
import { checkpointWeightsPath } from '@/protocol/checkpoint-paths';
import type { StepDone } from '@/protocol/done';
import type { Experiment } from '@/protocol/experiment';
import { EXPORTS, exportPath } from '@/protocol/exports';
import type { Answer } from '@/protocol/refusals';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { SMALL } from '@/tests/engine/experiments';
import { collect, nodePlace } from '@/tests/engine/training/node-place';
import type { Checks } from './checks';
import { python } from './networks';
import { saveFile } from './save-file';

const EXPERIMENT: Experiment = {
  ...SMALL,
  examples: 600,
  epochs: 4,
  network: { kind: 'dense', hidden: [24, 12], activation: 'tanh' },
};
/** Steps done when a moment is kept; the last is the run's end. */
const MOMENTS = [10, 40, 120];
/** Mean losses over 2,000 pictures, in float32 on both sides. */
const CLOSE = 1e-5;
/** What each student's page says of the steps of the lesson. */
const SAID: Readonly<Record<string, readonly StepDone[]>> = {
  花子: [
    { stepId: 'look', items: [], goals: goals([true, 1], [true, 0]) },
    {
      stepId: 'train',
      items: [{ what: 'check', reached: 1, of: 1 }],
      goals: goals([true, 0], [false, 3]),
      answers: { first: 0, last: 1 },
    },
  ],
  '=1+1': [{ stepId: 'look', items: [], goals: goals([true, 0], [false, 0]) }],
};

/** Reads the file with nothing of ours: hashes by hashlib, weights by NumPy, networks by PyTorch, records of steps by pandas. */
const READ = `
import sys, json, base64, hashlib, numpy as np, pandas as pd, torch
folder = sys.argv[1]
lines = [line.rstrip(",") for line in open(folder + "/class.json", encoding="utf-8").read().split("\\n") if line.startswith("{")]
records = [json.loads(line) for line in lines]
hashes = [hashlib.sha256(line[line.index('"data":') + 7:-1].encode()).hexdigest() for line in lines]
of = lambda kind: [record["data"] for record in records if record["kind"] == kind]
runs = {run["id"]: run for run in of("run")}
pictures = torch.from_numpy(np.fromfile(folder + "/pictures.u8", dtype=np.uint8).reshape(-1, 784).astype(np.float32) / 255)
labels = torch.from_numpy(np.fromfile(folder + "/labels.u8", dtype=np.uint8).astype(np.int64))
def logits(run, flat):
    sizes, signal, at = [784] + run["experiment"]["network"]["hidden"] + [10], pictures, 0
    for level, (inputs, units) in enumerate(zip(sizes, sizes[1:])):
        kernel = flat[at:at + inputs * units].reshape(inputs, units)
        bias = flat[at + inputs * units:at + inputs * units + units]
        at += inputs * units + units
        signal = signal @ kernel + bias
        if level < len(sizes) - 2: signal = torch.tanh(signal)
    assert at == len(flat)
    return signal
def moment(one):
    raw = base64.b64decode(one["float32"])
    answers = logits(runs[one["runId"]], torch.from_numpy(np.frombuffer(raw, dtype="<f4").copy()))
    return {
        "step": one["step"],
        "sha256": hashlib.sha256(raw).hexdigest(),
        "loss": [one["validationLoss"], float(torch.nn.functional.cross_entropy(answers, labels))],
        "right": [one["validationAccuracy"] * len(labels), int((answers.argmax(1) == labels).sum())],
        "findings": [finding["kind"] for finding in one["findings"]],
    }
steps = pd.DataFrame(of("step")).merge(pd.DataFrame(of("student"))[["id", "nickname"]], left_on="studentId", right_on="id")
steps["goals"] = [[f'{item["reached"]}/{item["of"]}' for item in items if item["what"] == "goals"] for items in steps["items"]]
book = pd.read_csv(folder + "/gradebook.csv")
print(json.dumps({
    "versions": f"PyTorch {torch.__version__}, pandas {pd.__version__}",
    "hashes": [a == b["sha256"] for a, b in zip(hashes, records)],
    "digest": hashlib.sha256("".join(hashes[:-1]).encode()).hexdigest() == records[-1]["data"]["digest"],
    "moments": [moment(one) for one in of("checkpoint")],
    "steps": sorted([row.nickname, row.stepId, row.goals, row.hints, row.answers, row.doneAt is not None and row.doneAt == row.doneAt] for row in steps.itertuples()),
    "times": bool(((steps["time"] >= 0) & (steps["lastAt"] >= steps["firstAt"])).all()),
    "done": steps[steps["doneAt"].notna()].groupby("nickname").size().to_dict(),
    "book": dict(zip([name.lstrip("'") for name in book.iloc[:, 0]], [int(count) for count in book["Steps done"]])),
}))
`;

interface Seen {
  versions: string;
  hashes: boolean[];
  digest: boolean;
  moments: {
    step: number;
    sha256: string;
    loss: [told: number, again: number];
    right: [told: number, again: number];
    findings: string[];
  }[];
  steps: [
    name: string,
    stepId: string,
    goals: string[],
    hints: number,
    answers: object | null,
    done: boolean,
  ][];
  times: boolean;
  done: Record<string, number>;
  book: Record<string, number>;
}

/** Opens the moments of a run and the records of steps that stand in a class's file, and compares them with what the server tells of the same. */
export async function readMoments(folder: string, checks: Checks): Promise<void> {
  const server = await ServerProcess.start();
  let weights: string[];
  try {
    weights = await makeExports(server, folder);
  } finally {
    await server.remove();
  }
  const seen = JSON.parse(python('-c', READ, folder)) as Seen;
  checks.check(
    `class.json: the hash of each record, and the digest (${seen.versions})`,
    seen.digest && seen.hashes.length > 10 && seen.hashes.every(Boolean),
    seen.hashes.length,
  );
  checks.check(
    'moments: the weights that the server gives, bit by bit',
    String(seen.moments.map(({ sha256 }) => sha256)) === String(weights),
    seen.moments.map(({ step }) => step),
  );
  const apart = seen.moments.map(({ loss: [told, again] }) => Math.abs(told - again));
  checks.check(
    'moments: their loss on 2,000 validation pictures once more in PyTorch',
    apart.length === MOMENTS.length && apart.every((one) => one < CLOSE),
    seen.moments.map(({ loss }) => loss),
  );
  checks.check(
    'moments: their right answers once more in PyTorch',
    // A tie may fall either way.
    seen.moments.every(({ right: [told, again] }) => Math.abs(told - again) <= 1),
    seen.moments.map(({ right }) => right),
  );
  const said = Object.entries(SAID).flatMap(([name, steps]) =>
    steps.map(({ stepId, goals: own, answers }) => {
      const met = own!.list.filter((goal) => goal.met).length;
      const hints = own!.list.reduce((sum, goal) => sum + goal.hints, 0);
      const of = own!.list.length;
      return [name, stepId, [`${met}/${of}`], hints, answers ?? null, met === of];
    }),
  );
  const sorted = (rows: readonly unknown[][]) =>
    JSON.stringify(rows.map((row) => JSON.stringify(row)).sort());
  checks.check(
    'steps: goals, hints, answers, as pages said them',
    sorted(seen.steps) === sorted(said),
    seen.steps,
  );
  checks.check('steps: times', seen.times, seen.times);
  checks.check(
    'steps: as many done as the gradebook says',
    Object.keys(SAID).every((name) => (seen.done[name] ?? 0) === seen.book[name]) && seen.done.花子 === 1,
    seen.book,
  );
}

/** A class with a trained run, its moments and what two pages said of their steps. @returns SHA-256 of each moment's weights, as the server gives them */
async function makeExports(server: ServerProcess, folder: string): Promise<string[]> {
  await startNodeBackend();
  const pictures = await allPictures(EXPERIMENT.dataset);
  const { pixels, labels } = pictures.validation!;
  writeFileSync(path.join(folder, 'pictures.u8'), pixels);
  writeFileSync(path.join(folder, 'labels.u8'), labels);
  const teacher = await createTeacher(server.origin);
  const { id, code } = await teacher.createClass('handwritten-digits');
  const desk = await teacher.conduct(code);
  mustBeOk(await desk.command({ type: 'class:begin' }));
  const students = await Promise.all(Object.keys(SAID).map((name) => studentTab(server.origin, code, name)));
  for (const [index, stepId] of ['look', 'train'].entries()) {
    mustBeOk(await desk.command({ type: 'step:go', index }));
    for (const { tab, nickname } of students) {
      const done = SAID[nickname]!.find((one) => one.stepId === stepId);
      if (done) mustBeOk(await tab.say<Answer>('student:condition', { findings: [], hidden: false, done }));
    }
  }
  const runId = freshId();
  const [{ tab, credentials }] = students as [(typeof students)[number]];
  const about = { experiment: EXPERIMENT, backend: 'wasm', startedAt: Date.now() };
  const { epoch } = mustBeOk(await tab.attachRun(runId, about));
  const training = new Training(EXPERIMENT, await nodePlace({ pictures }));
  for (const [index, step] of MOMENTS.entries()) {
    const { points, checkpoints } = await collect(training, step - (MOMENTS[index - 1] ?? 0));
    const state = step === MOMENTS.at(-1) ? 'finished' : 'training';
    mustBeOk(await tab.append(runId, epoch, { sequence: index + 1, points, state, report: null }));
    const { loss, accuracy } = await training.between((network) =>
      evaluate(network, EXPERIMENT.loss, pictures.validation!),
    );
    const moment = { runId, step, validationLoss: loss, validationAccuracy: accuracy };
    const { weights } = checkpoints.at(-1)!;
    mustBeOk((await handCheckpoint(server.origin, code, moment, credentials, weights)).answer);
  }
  training.dispose();
  mustBeOk(await desk.command({ type: 'class:end' }));
  for (const { tab: own } of students) own.close();
  desk.close();
  await saveFile(teacher, exportPath(id, 'class', true), folder, EXPORTS.class.file);
  await saveFile(teacher, `/review/${id}/gradebook`, folder, 'gradebook.csv', '; language=en');
  const hashes: string[] = [];
  for (const step of MOMENTS) {
    const name = `moment-${step}.f32`;
    await saveFile(teacher, checkpointWeightsPath(id, runId, step), folder, name);
    hashes.push(
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    );
  }
  return hashes;
}

function goals(...list: readonly [met: boolean, hints: number][]): StepDone['goals'] {
  const ids = list.map(([met, hints], index) => ({ id: `goal-${index}`, met, hints }));
  return { list: ids, stuck: false, skipped: 0 };
}
