import { createHash } from 'node:crypto';
import { bytesToText } from '@/protocol/bytes-text';
import {
  CLASS_FILE_FORMAT,
  CLASS_FILE_VERSION,
  type ClassFileData,
  type ClassFileKind,
  POINTS_PER_RECORD,
} from '@/protocol/class-file';
import type { StoredPool } from '@/server/store/pool-rows';
import { type ExportSource, privateAccuracy, studentName } from './export-source';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The lines of the file, and what all of them hash to. */
class Records {
  private readonly all = createHash('sha256');
  private count = 0;

  line<Kind extends Exclude<ClassFileKind, 'end'>>(kind: Kind, data: ClassFileData<Kind>): string {
    const line = record(kind, data);
    this.all.update(line.sha256);
    this.count += 1;
    return `${this.count === 1 ? '[\n' : ',\n'}${line.text}`;
  }

  end(): string {
    return `,\n${record('end', { records: this.count, digest: this.all.digest('hex') }).text}\n]\n`;
  }
}

function record<Kind extends ClassFileKind>(kind: Kind, data: ClassFileData<Kind>) {
  const json = JSON.stringify(data);
  const hash = sha256(json);
  return { sha256: hash, text: `{"kind":"${kind}","sha256":"${hash}","data":${json}}` };
}

/** A whole class as one JSON file (protocol/class-file), in pieces. Without names what the teacher said is left out: it may name somebody. */
export async function* classFile(source: ExportSource & { pool: StoredPool }): AsyncGenerator<string> {
  const { state, runs, pool, named } = source;
  const records = new Records();
  yield records.line('class', {
    format: CLASS_FILE_FORMAT,
    version: CLASS_FILE_VERSION,
    id: state.id,
    lessonId: state.lessonId,
    dataset: state.dataset,
    steps: state.steps && [...state.steps],
    phase: state.phase,
    createdAt: state.createdAt,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    drawingLabels: pool.labels,
  });
  for (const { id, mark, membership, joinedAt } of Object.values(state.students))
    yield records.line('student', { id, nickname: studentName(source, id), mark, membership, joinedAt });
  for (const run of runs) {
    const { id, studentId, experiment, backend, createdAt, updatedAt, pointCount, report } = run;
    yield records.line('run', {
      ...{ id, studentId, experiment, backend, state: run.state, createdAt, updatedAt },
      ...{ points: pointCount, report },
    });
    const points = await source.pointsOf(id);
    for (let at = 0; at < points.length; at += POINTS_PER_RECORD)
      yield records.line('points', { runId: id, points: points.slice(at, at + POINTS_PER_RECORD) });
    const weights = await source.weightsOf(id);
    if (weights) yield records.line('weights', { runId: id, float32: bytesToText(weights) });
  }
  for (const score of state.scores)
    yield records.line('submission', {
      ...score,
      privateAccuracy: privateAccuracy(source, score.privateAccuracy),
    });
  for (const result of Object.values(state.results)) yield records.line('result', result);
  for (const guess of Object.values(state.predictions)) yield records.line('guess', guess);
  for (const measurement of Object.values(state.measurements)) yield records.line('measurement', measurement);
  for (const message of named ? state.messages : []) yield records.line('message', message);
  for (const drawing of pool.drawings)
    yield records.line('drawing', { ...drawing, pixels: bytesToText(drawing.pixels) });
  yield records.end();
}
