import { createHash } from 'node:crypto';
import { DATASETS, type DatasetId, type DatasetPart, PAPER } from '@/protocol/datasets';
import { BYTE_ORDER_MARK, csvRow } from '@/server/export/csv';
import { licenceText, servedPictures } from '@/server/export/served-pictures';
import { fileWords } from '@/server/export/words';
import type { ZippedFile } from '@/server/export/zip-file';
import { type ClassPictures, drawingPath, givenFiles, partSize, splitOf } from './class-pictures';
import { croissant, DRAWING_COLUMNS, type HashedFile } from './croissant';
import { dataCard } from './data-card';
import { idxHead } from './idx-head';
import { greyPng } from './png';

/**
 * A class's pictures as files: what its students have drawn (a PNG each, in a folder a label, and a table that tells them by marks, never by
 * names), and the data set that it was given (IDX files); each with its licence, a data card for people and Croissant for machines.
 * Pictures are made as they are taken.
 */
export async function* datasetFiles(pictures: ClassPictures): AsyncGenerator<ZippedFile> {
  const { language, state, kind, given } = pictures;
  const t = fileWords(language);
  const hashed: HashedFile[] = [];
  yield { name: 'README.md', content: [dataCard(pictures)] };
  if (kind !== null) {
    yield { name: 'LICENCE-drawings.txt', content: [`${t('data.drawingsLicence')}\n`] };
    yield withHash(hashed, 'drawings.csv', drawingsTable(pictures));
    for (const [index, drawing] of pictures.drawings.entries())
      yield { name: drawingPath(kind, drawing, index), content: [greyPng(drawing.pixels, PAPER.side)] };
  }
  if (given !== null) {
    yield { name: `LICENCE-${given}.txt`, content: [await licenceText(given)] };
    for (const { images, labels, part } of givenFiles(given)) {
      const bytes = new GivenPart(given, part);
      yield withHash(hashed, images, bytes.images());
      yield withHash(hashed, labels, bytes.labels());
    }
  }
  const described = croissant({
    ...pictures,
    name: `perceptroom-${state.code}`,
    description: t('data.lead'),
    licence: t('data.drawingsLicence'),
    files: hashed,
  });
  yield { name: 'croissant.json', content: [`${JSON.stringify(described, null, 2)}\n`] };
}

/** The file, and once it has been taken what it hashes to. */
function withHash(
  hashed: HashedFile[],
  name: string,
  content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): ZippedFile {
  return { name, content: taken() };
  async function* taken(): AsyncGenerator<string | Uint8Array> {
    const hash = createHash('sha256');
    for await (const piece of content) {
      hash.update(piece);
      yield piece;
    }
    hashed.push({ name, sha256: hash.digest('hex') });
  }
}

function* drawingsTable({ kind, drawings, labels, state }: ClassPictures): Generator<string> {
  yield BYTE_ORDER_MARK + csvRow(Object.keys(DRAWING_COLUMNS));
  for (const [index, drawing] of drawings.entries()) {
    // Nobody's: it came with an imported pool.
    const mark = drawing.studentId === null ? null : state.students[drawing.studentId]?.mark;
    yield csvRow([
      drawingPath(kind, drawing, index),
      drawing.label,
      labels[drawing.label] ?? '',
      splitOf(kind, drawing),
      mark?.colour ?? null,
      mark?.glyph ?? null,
    ]);
  }
}

/** One part of a data set as two IDX files. The labels are kept while the images are taken, since both are packed together. */
class GivenPart {
  private readonly kept: Uint8Array[] = [];

  constructor(
    private readonly given: DatasetId,
    private readonly part: DatasetPart,
  ) {}

  async *images(): AsyncGenerator<Uint8Array> {
    const { side } = DATASETS[this.given];
    yield idxHead([partSize(this.given, this.part), side, side]);
    for await (const { pixels, labels } of servedPictures(this.given, this.part)) {
      this.kept.push(labels);
      yield pixels;
    }
  }

  /** Once all images have been taken. */
  *labels(): Generator<Uint8Array> {
    yield idxHead([partSize(this.given, this.part)]);
    yield* this.kept;
  }
}
