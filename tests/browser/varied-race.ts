import { freshId } from '@/people/credentials';
import { mustBeOk } from '@/people/must-be-ok';
import type { RecordingTab } from '@/people/recording-tab';
import { EXPERIMENT } from '@/people/sample-run';
import { studentTab, type TabStudent } from '@/people/student';
import { until } from '@/people/until';
import type { Experiment } from '@/protocol/experiment';
import { meanNetwork } from './race-class';

const PIXELS = 784;
const LABELS = 10;
/** So far every unit that passes a score on is above 0. */
const LIFT = 1_000;

/** The same network with a hidden layer: ten units pass the scores on, the others do nothing. */
function withHidden(linear: Float32Array, units: number): Float32Array {
  const weights = new Float32Array(PIXELS * units + units + units * LABELS + LABELS);
  for (let label = 0; label < LABELS; label += 1) {
    for (let pixel = 0; pixel < PIXELS; pixel += 1)
      weights[pixel * units + label] = linear[pixel * LABELS + label]!;
    weights[PIXELS * units + label] = linear[PIXELS * LABELS + label]! + LIFT;
    weights[PIXELS * units + units + label * LABELS + label] = 1;
  }
  return weights;
}

export interface Racer {
  nickname: string;
  /** Of the weights: what makes one network better than another. */
  noise: number;
  /** Hidden units, from 10 on; left out: no hidden layer. */
  units?: number;
  examples?: number;
  /** What was handed in first had this much noise. */
  before?: number;
}

/** Students of a class that goes on, each of whom has handed in a network of its own size and quality. */
export async function variedRace(
  origin: string,
  code: string,
  racers: readonly Racer[],
): Promise<TabStudent<RecordingTab>[]> {
  const students: TabStudent<RecordingTab>[] = [];
  for (const { nickname, units, examples = 640 } of racers) {
    const student = await studentTab(origin, code, nickname);
    const network: Experiment['network'] = {
      ...{ kind: 'dense', activation: 'relu' },
      hidden: units === undefined ? [] : [units],
    };
    mustBeOk(
      await student.tab.attachRun(runOf(student), { experiment: { ...EXPERIMENT, network, examples } }),
    );
    students.push(student);
  }
  const handIn = async (index: number, noise: number) => {
    const linear = await meanNetwork(index + 1, noise);
    const { units } = racers[index]!;
    const student = students[index]!;
    const weights = units === undefined ? linear : withHidden(linear, units);
    await until('it may be handed in', async () => {
      const { answer } = await student.submit(runOf(student), weights);
      if (!answer.ok && answer.code === 'rate-limited') return false;
      mustBeOk(answer);
      return true;
    });
  };
  for (const [index, { before }] of racers.entries()) if (before !== undefined) await handIn(index, before);
  for (const [index, { noise }] of racers.entries()) await handIn(index, noise);
  return students;
}

const runs = new WeakMap<TabStudent<RecordingTab>, string>();
function runOf(student: TabStudent<RecordingTab>): string {
  const known = runs.get(student) ?? freshId();
  runs.set(student, known);
  return known;
}
