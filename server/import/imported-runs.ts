import type { PoolDrawing } from '@/classroom/pool';
import { textToBytes } from '@/protocol/bytes-text';
import type { ClassFileData } from '@/protocol/class-file';
import type { ImportedRun } from '@/server/store/import-rows';
import type { ClassRecord, ReadData } from './class-record';

/** What of a class is too large to be held at once, put together for the store. */
export type Bulk = { runs: ImportedRun[]; drawings: PoolDrawing[] };

/** Points, weights (by the characters of their text) as so many points, and drawings of one piece: what a commit takes a moment for. */
const POINTS_AT_ONCE = 4_000;
const DRAWINGS_AT_ONCE = 500;
const CHARACTERS_A_POINT = 200;

/** Runs with their points and weights, and drawings, in pieces of a size for one commit each. */
export async function* bulkOf(records: AsyncIterable<ClassRecord>): AsyncGenerator<Bulk> {
  let bulk: Bulk = { runs: [], drawings: [] };
  let run: OpenRun | null = null;
  let points = 0;
  const end = () => {
    if (run) bulk.runs.push(run.whole());
    run = null;
  };
  for await (const record of records) {
    if (record.kind === 'run') {
      end();
      if (points >= POINTS_AT_ONCE) {
        yield bulk;
        bulk = { runs: [], drawings: [] };
        points = 0;
      }
      run = new OpenRun(record.data);
      points += record.data.points;
    } else if (record.kind === 'points') run?.add(record.data);
    else if (record.kind === 'weights') {
      run?.weigh(record.data);
      points += record.data.float32.length / CHARACTERS_A_POINT;
    } else if (record.kind === 'checkpoint') {
      run?.hold(record.data);
      points += record.data.float32.length / CHARACTERS_A_POINT;
    } else if (record.kind === 'drawing') {
      end();
      bulk.drawings.push(drawingOf(record.data));
      if (bulk.drawings.length < DRAWINGS_AT_ONCE) continue;
      yield bulk;
      bulk = { runs: [], drawings: [] };
    }
  }
  end();
  yield bulk;
}

/** A run of which more may come. */
class OpenRun {
  private readonly pieces: { at: number | null; points: ClassFileData<'points'>['points'] }[] = [];
  private readonly checkpoints: ImportedRun['checkpoints'][number][] = [];
  private weights: Uint8Array | null = null;

  constructor(private readonly run: ReadData<'run'>) {}

  add({ points, at }: ReadData<'points'>): void {
    this.pieces.push({ at: at ?? null, points });
  }

  weigh({ float32 }: ClassFileData<'weights'>): void {
    this.weights = textToBytes(float32);
  }

  /** A moment of it; that its weights can be read has been looked at. */
  hold({ float32, ...moment }: ClassFileData<'checkpoint'>): void {
    this.checkpoints.push({ ...moment, weights: textToBytes(float32) ?? new Uint8Array() });
  }

  /** Points of an older file bear no time: they came evenly over the run. */
  whole(): ImportedRun {
    const { points: _count, ...run } = this.run;
    const { createdAt, updatedAt } = run;
    const each = (updatedAt - createdAt) / Math.max(1, this.pieces.length);
    const batches = this.pieces.map(({ at, points }, index) => ({
      at: at ?? Math.round(createdAt + each * (index + 1)),
      points,
    }));
    return { ...run, batches, weights: this.weights, checkpoints: this.checkpoints };
  }
}

function drawingOf({ pixels, ...drawing }: ClassFileData<'drawing'>): PoolDrawing {
  return { ...drawing, pixels: textToBytes(pixels) ?? new Uint8Array() };
}
