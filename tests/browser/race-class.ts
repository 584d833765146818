import { createRandom } from '@/engine/random';
import { freshId } from '@/people/credentials';
import { loadPictures } from '@/people/digit-pictures';
import { mustBeOk } from '@/people/must-be-ok';
import type { RecordingTab } from '@/people/recording-tab';
import { studentTab, type TabStudent } from '@/people/student';

const PIXELS = 784;
const LABELS = 10;

let means: Promise<Float64Array> | null = null;

/** The mean picture of each digit, one after another, calculated once for all races. */
function meanPictures(): Promise<Float64Array> {
  means ??= loadPictures().then(({ train }) => {
    const sums = new Float64Array(LABELS * PIXELS);
    const counts = new Float64Array(LABELS);
    train.labels.forEach((label, picture) => {
      counts[label]! += 1;
      for (let i = 0; i < PIXELS; i += 1)
        sums[label * PIXELS + i]! += train.pixels[picture * PIXELS + i]! / 255;
    });
    return sums.map((sum, at) => sum / counts[Math.floor(at / PIXELS)]!);
  });
  return means;
}

/** The network without a hidden layer that reads a digit by the mean picture that is nearest, with a little noise of its own, drawn from a seed. */
export async function meanNetwork(seed: number, noise: number): Promise<Float32Array> {
  const pictures = await meanPictures();
  const random = createRandom(seed);
  const weights = new Float32Array(PIXELS * LABELS + LABELS);
  for (let label = 0; label < LABELS; label += 1) {
    let length = 0;
    for (let i = 0; i < PIXELS; i += 1) {
      const mean = pictures[label * PIXELS + i]!;
      length += mean * mean;
      weights[i * LABELS + label] = mean + noise * random.normal();
    }
    weights[PIXELS * LABELS + label] = -length / 2;
  }
  return weights;
}

/** Students of a class that goes on, each of whom has handed a network in: as good as each other. */
export async function raceOf(
  origin: string,
  code: string,
  nicknames: readonly string[],
): Promise<TabStudent<RecordingTab>[]> {
  const students: TabStudent<RecordingTab>[] = [];
  for (const [index, nickname] of nicknames.entries()) {
    const student = await studentTab(origin, code, nickname);
    const runId = freshId();
    mustBeOk(await student.tab.attachRun(runId));
    mustBeOk((await student.submit(runId, await meanNetwork(index + 1, 0.05))).answer);
    students.push(student);
  }
  return students;
}
