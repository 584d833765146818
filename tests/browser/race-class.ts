import { createRandom } from '@/engine/random';
import { freshId } from '@/people/credentials';
import { loadPictures } from '@/people/digit-pictures';
import { mustBeOk } from '@/people/must-be-ok';
import type { RecordingTab } from '@/people/recording-tab';
import { studentTab, type TabStudent } from '@/people/student';

const PIXELS = 784;
const LABELS = 10;

/** Networks without a hidden layer that read a digit by the mean picture that is nearest, each with a little noise of its own: as good as each other. */
export async function meanNetworks(count: number, noise: number): Promise<Float32Array[]> {
  const { train } = await loadPictures();
  const means = new Float64Array(LABELS * PIXELS);
  const counts = new Float64Array(LABELS);
  train.labels.forEach((label, picture) => {
    counts[label]! += 1;
    for (let i = 0; i < PIXELS; i += 1)
      means[label * PIXELS + i]! += train.pixels[picture * PIXELS + i]! / 255;
  });
  means.forEach((_, at) => {
    means[at]! /= counts[Math.floor(at / PIXELS)]!;
  });
  return Array.from({ length: count }, (_, seed) => {
    const random = createRandom(seed + 1);
    const weights = new Float32Array(PIXELS * LABELS + LABELS);
    for (let label = 0; label < LABELS; label += 1) {
      let length = 0;
      for (let i = 0; i < PIXELS; i += 1) {
        const mean = means[label * PIXELS + i]!;
        length += mean * mean;
        weights[i * LABELS + label] = mean + noise * random.normal();
      }
      weights[PIXELS * LABELS + label] = -length / 2;
    }
    return weights;
  });
}

/** Students of a class that goes on, each of whom has handed a network in. */
export async function raceOf(
  origin: string,
  code: string,
  nicknames: readonly string[],
): Promise<TabStudent<RecordingTab>[]> {
  const networks = await meanNetworks(nicknames.length, 0.05);
  const students: TabStudent<RecordingTab>[] = [];
  for (const [index, nickname] of nicknames.entries()) {
    const student = await studentTab(origin, code, nickname);
    const runId = freshId();
    mustBeOk(await student.tab.attachRun(runId));
    mustBeOk((await student.submit(runId, networks[index]!)).answer);
    students.push(student);
  }
  return students;
}
