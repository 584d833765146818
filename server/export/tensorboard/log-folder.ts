import type { Point, RunSummary } from '@/protocol/run';
import { isOpen, type RunState } from '@/protocol/run-state';
import { experimentFields } from '@/server/export/experiment-fields';
import { type ExportSource, studentName } from '@/server/export/export-source';
import { type ZippedFile, zipFile } from '@/server/export/zip-file';
import {
  type EndStatus,
  endEvent,
  experimentEvent,
  type Hyperparameters,
  type Scalar,
  scalarsEvent,
  startEvent,
  versionEvent,
} from './events';

/** What is measured of a run: TensorBoard puts those that share what stands before the stroke into one section. */
const MEASURES: Readonly<Record<string, (point: Point) => number | null>> = {
  'loss/training': ({ loss }) => loss,
  'loss/validation': ({ validationLoss }) => validationLoss,
  'accuracy/training': ({ accuracy }) => accuracy,
  'accuracy/validation': ({ validationAccuracy }) => validationAccuracy,
  'speed/examples_per_second': ({ examplesPerSecond }) => examplesPerSecond,
};
/** Told once a run, at its last step: what the server has checked. */
const VERIFIED = 'accuracy/verified';

const SUFFIX = 'perceptroom';

/**
 * A class as a log folder of TensorBoard in a zip file, in pieces: a folder a run under its student's, and in the folder itself what
 * the table of hyperparameters needs. Unpack it and say `tensorboard --logdir FOLDER`.
 */
export function tensorboardZip(source: ExportSource): AsyncGenerator<Uint8Array> {
  return zipFile(logFiles(source));
}

async function* logFiles(source: ExportSource): AsyncGenerator<ZippedFile> {
  const { state, runs } = source;
  const made = (state.startedAt ?? state.createdAt) / 1000;
  const root = `perceptroom-${state.code}`;
  const settings = runs[0] ? hyperparameters(source, runs[0]) : {};
  yield {
    name: `${root}/${eventFile(made)}`,
    content: [
      versionEvent(made),
      experimentEvent(made, `${state.lessonId} ${state.code}`, settings, [
        ...Object.keys(MEASURES),
        VERIFIED,
      ]),
    ],
  };
  const counts = new Map<string, number>();
  for (const run of runs) {
    const count = (counts.get(run.studentId) ?? 0) + 1;
    counts.set(run.studentId, count);
    const folder = `${root}/${studentFolder(source, run.studentId)}/run-${two(count)}`;
    const points = await source.pointsOf(run.id);
    yield { name: `${folder}/${eventFile(run.createdAt / 1000)}`, content: runEvents(source, run, points) };
  }
}

/** A run's records: its settings, a record a point, how it ended. A point's time is where it lies between the run's first and last moment. */
function runEvents(source: ExportSource, run: RunSummary, points: readonly Point[]): Uint8Array[] {
  const from = run.createdAt / 1000;
  const to = run.updatedAt / 1000;
  const told = new Set<string>();
  const scalar = (tag: string, value: number | null): Scalar[] => {
    if (value === null) return [];
    const first = !told.has(tag);
    told.add(tag);
    return [{ tag, value, first }];
  };
  const name = `${studentFolder(source, run.studentId)} ${run.id.slice(0, 8)}`;
  const measured = points.flatMap((point, index) => {
    const wallTime = from + ((to - from) * (index + 1)) / points.length;
    const scalars = Object.entries(MEASURES).flatMap(([tag, measure]) => scalar(tag, measure(point)));
    return scalars.length > 0 ? [scalarsEvent(wallTime, point.step, scalars)] : [];
  });
  const verified = scalar(VERIFIED, run.verifiedAccuracy);
  return [
    versionEvent(from),
    startEvent(from, name, hyperparameters(source, run)),
    ...measured,
    ...(verified.length > 0 ? [scalarsEvent(to, run.last?.step ?? 0, verified)] : []),
    endEvent(to, statusOf(run.state)),
  ];
}

function statusOf(state: RunState): EndStatus {
  if (isOpen(state)) return 'running';
  return state === 'diverged' ? 'failure' : 'success';
}

function hyperparameters(source: ExportSource, run: RunSummary): Hyperparameters {
  return {
    student: studentName(source, run.studentId),
    backend: run.backend,
    ...experimentFields(run.experiment),
  };
}

/** The place in the order of joining, and what of the name any file system takes. */
function studentFolder(source: ExportSource, studentId: string): string {
  const place = Object.keys(source.state.students).indexOf(studentId) + 1;
  const name = studentName(source, studentId)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return source.named ? `${two(place)}-${name}` : `${two(place)}-student`;
}

function eventFile(wallTime: number): string {
  return `events.out.tfevents.${Math.floor(wallTime)}.${SUFFIX}`;
}

const two = (count: number) => String(count).padStart(2, '0');
