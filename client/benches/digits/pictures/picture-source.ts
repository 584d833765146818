import { SerialQueue } from '@/base/serial-queue';
import { sliceExamples } from '@/engine/digits/examples';
import type { Samples } from '@/engine/worker/messages';
import type { DatasetPart } from '@/protocol/datasets';

export interface Picture {
  part: DatasetPart;
  /** Place in its part. */
  index: number;
  label: number;
  /** Row by row. */
  pixels: Uint8Array;
}

export interface PicturePage {
  pictures: Picture[];
  /** Whether there is a page after this one. */
  more: boolean;
}

const CHUNK = 250;

/**
 * Pages of pictures, of all labels or of one. Pictures come from the worker in chunks, as many as a page needs, and are kept.
 * @param load gives `count` pictures from `start`, fewer at the end, null before any are there
 */
export class PictureSource {
  private readonly known: Record<DatasetPart, Picture[]> = { train: [], validation: [] };
  private readonly loading: Record<DatasetPart, SerialQueue> = {
    train: new SerialQueue(),
    validation: new SerialQueue(),
  };

  constructor(
    private readonly load: (part: DatasetPart, start: number, count: number) => Promise<Samples | null>,
  ) {}

  /** The page with this number, from 0. Empty where the pictures end (or have not come yet). */
  async page(part: DatasetPart, label: number | null, page: number, size: number): Promise<PicturePage> {
    const needed = (page + 1) * size + 1;
    let found = this.matching(part, label);
    while (found.length < needed && (await this.grow(part))) found = this.matching(part, label);
    return {
      pictures: found.slice(page * size, (page + 1) * size),
      more: found.length > (page + 1) * size,
    };
  }

  private matching(part: DatasetPart, label: number | null): Picture[] {
    return label === null ? this.known[part] : this.known[part].filter((picture) => picture.label === label);
  }

  /** One more chunk; false where none came. Asked for at once from two sides, the chunks follow each other. */
  private grow(part: DatasetPart): Promise<boolean> {
    return this.loading[part].run(async () => {
      const start = this.known[part].length;
      const samples = await this.load(part, start, CHUNK);
      if (!samples || samples.count === 0) return false;
      for (let i = 0; i < samples.count; i++) {
        this.known[part].push({
          part,
          index: start + i,
          label: samples.labels[i]!,
          pixels: sliceExamples(samples, i, 1).pixels.slice(),
        });
      }
      return true;
    });
  }
}
