import type { PictureStore } from '@/engine/digits/picture-store';
import { Doctor } from '@/engine/doctor/doctor';
import { createRandom } from '@/engine/random';
import { Training } from '@/engine/training/training';
import type { DatasetId } from '@/protocol/datasets';
import type { FindingKind } from '@/protocol/finding';
import { allPictures } from '@/tests/engine/digits/node-pictures';
import { nodePlace } from '@/tests/engine/training/node-place';
import type { PicturePatient } from './picture-wards';
import { admit, type Patient } from './wards';

/** Steps of a 2-D training, and at which the doctor comes. */
const STEPS = 8_000;
const VISITS: readonly number[] = [0, 200, 600, 1_000, 2_000, 3_000, 5_000, STEPS];
const NOTE_EVERY = 50;
/** Visits to a training of pictures, evenly spaced. */
const PICTURE_VISITS = 6;
/** What the bent clock says that each look at it takes: validation then comes as often as on a slow device. */
const TICK_MS = 4;

/** Read once: all patients look at the same pictures, and change only their own labels. */
const pictures = new Map<DatasetId, Promise<PictureStore>>();

function picturesOf(dataset: DatasetId): Promise<PictureStore> {
  const read = pictures.get(dataset) ?? allPictures(dataset);
  pictures.set(dataset, read);
  return read;
}

/** Trains a patient of the plane with this seed. @returns all that the doctor said on the way */
export function roundOnPlane(patient: Patient, seed: number): Set<FindingKind> {
  const training = admit(patient, seed);
  const doctor = new Doctor(() => training.facts);
  const said = new Set<FindingKind>();
  for (let step = 0; step <= STEPS; step += NOTE_EVERY) {
    const standing = training.standing();
    doctor.note(training.noteOf(standing));
    if (training.hasDiverged(standing)) for (const { kind } of doctor.blewUp()) said.add(kind);
    else if (VISITS.includes(step))
      for (const { kind } of doctor.examined(training.examine())) said.add(kind);
    training.advance(NOTE_EVERY);
  }
  return said;
}

/** The same of a patient of pictures, on the tfjs backend that has been started. */
export async function roundOnPictures(patient: PicturePatient, seed: number): Promise<Set<FindingKind>> {
  const { experiment, steps, wrong = 0 } = patient;
  const store = await picturesOf(experiment.dataset);
  const random = createRandom(seed, 9);
  const kinds = 10;
  const labels = store.train.labels.map((label) =>
    random.uniform() < wrong ? (label + 1 + random.int(kinds - 1)) % kinds : label,
  );
  let clock = 0;
  const training = new Training(
    { ...experiment, seed },
    await nodePlace({
      pictures: {
        train: { ...store.train, labels },
        available: store.available,
        validation: store.validation,
        until: async () => {},
      },
      now: () => (clock += TICK_MS),
    }),
  );
  const said = new Set<FindingKind>();
  const part = Math.ceil(steps / PICTURE_VISITS);
  for (let visit = 0; visit < PICTURE_VISITS; visit++) {
    let standing: string = '';
    for await (const emission of training.run(part)) {
      if (emission.type === 'state') standing = emission.state;
      if (emission.type === 'findings') for (const { kind } of emission.findings) said.add(kind);
    }
    if (standing === 'diverged') break;
    for (const { kind } of await training.examine()) said.add(kind);
    if (standing === 'finished') break;
  }
  training.dispose();
  return said;
}

/** Whether what was said is right: nothing of a healthy one, one of its ailments of an ill one. */
export function isRight(ails: readonly FindingKind[], said: ReadonlySet<FindingKind>): boolean {
  return ails.length === 0 ? said.size === 0 : ails.some((kind) => said.has(kind));
}
