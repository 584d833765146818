import { Listeners } from '@/base/listeners';
import { goodOf, integer, object, type Shape, text } from '@/base/shape';
import { randomId } from '@/client/live/random-id';
import { readStored, writeStored } from '@/client/live/stored';
import { type PoolPictures, pickPictures } from '@/engine/pool/pool-pictures';
import { bytesToText } from '@/protocol/bytes-text';
import { POOL } from '@/protocol/pool-rules';
import { type Answer, refuse } from '@/protocol/refusals';
import { pixelsShape } from './own-pixels';
import type { OwnPicture, PoolSource, SourceNow } from './pool-source';

/** Drawings that one browser keeps: 500 kB of its storage. */
const MOST_OWN = 300;

interface Kept {
  id: string;
  label: number;
  pixels: string;
}

/** One person's own drawings, kept in this browser: what a class's pool is to a class. */
export class OwnSource implements PoolSource {
  private drawings: OwnPicture[] = [];
  private current: SourceNow;
  private readonly listeners = new Listeners();

  /** @param labelCount of the drawings */
  constructor(
    private readonly key: string,
    private readonly kind: 'labels' | 'digits',
    private readonly labelCount: number,
  ) {
    this.drawings = readStored(key, drawingsShape(labelCount)) ?? [];
    this.current = this.now();
  }

  snapshot(): SourceNow {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  async file(label: number, pixels: Uint8Array<ArrayBuffer>): Promise<Answer> {
    if (pixels.reduce((ink, pixel) => ink + pixel, 0) < POOL.leastInk) return refuse('drawing-empty');
    if (this.drawings.length >= MOST_OWN) return refuse('pool-full');
    const same = (other: OwnPicture) => other.pixels?.every((pixel, at) => pixel === pixels[at]) ?? false;
    if (this.drawings.some(same)) return refuse('drawing-repeated');
    this.set([...this.drawings, { id: randomId(), label, pixels }]);
    return { ok: true };
  }

  async takeBack(id: string): Promise<Answer> {
    this.set(this.drawings.filter((drawing) => drawing.id !== id));
    return { ok: true };
  }

  async pictures(): Promise<PoolPictures> {
    return this.part(false);
  }

  async heldBack(): Promise<PoolPictures> {
    return this.part(true);
  }

  close(): void {
    this.listeners.clear();
  }

  private part(heldBack: boolean): PoolPictures {
    const marks = heldBackMarks(this.drawings, this.kind);
    const all = {
      labelCount: this.labelCount,
      count: this.drawings.length,
      pixels: joined(this.drawings),
      labels: Uint8Array.from(this.drawings, ({ label }) => label),
    };
    return pickPictures(
      all,
      marks.flatMap((mark, index) => (mark === heldBack ? [index] : [])),
    );
  }

  private set(drawings: OwnPicture[]): void {
    this.drawings = drawings;
    this.current = this.now();
    const kept: Kept[] = drawings.map(({ id, label, pixels }) => ({
      id,
      label,
      pixels: bytesToText(pixels ?? new Uint8Array(POOL.pixels)),
    }));
    writeStored(this.key, kept);
    this.listeners.tell();
  }

  private now(): SourceNow {
    const counts = new Array<number>(this.labelCount).fill(0);
    const heldBack = [...counts];
    const marks = heldBackMarks(this.drawings, this.kind);
    this.drawings.forEach(({ label }, index) => {
      counts[label]! += 1;
      if (marks[index]) heldBack[label]! += 1;
    });
    const version = `${this.drawings.length} ${this.drawings.at(-1)?.id ?? ''} ${this.drawings[0]?.id ?? ''}`;
    return {
      facts: { kind: this.kind, version, labels: null, counts, heldBack, collecting: true },
      own: this.drawings,
    };
  }
}

/** Every fifth drawing of each label is held back, as a class's are; here nobody draws which one. */
function heldBackMarks(drawings: readonly OwnPicture[], kind: 'labels' | 'digits'): boolean[] {
  const seen: number[] = [];
  return drawings.map(({ label }) => {
    const ordinal = seen[label] ?? 0;
    seen[label] = ordinal + 1;
    return kind === 'labels' && ordinal % POOL.heldBackOneIn === 2;
  });
}

function joined(drawings: readonly OwnPicture[]): Uint8Array {
  const pixels = new Uint8Array(drawings.length * POOL.pixels);
  drawings.forEach((drawing, index) => {
    if (drawing.pixels) pixels.set(drawing.pixels, index * POOL.pixels);
  });
  return pixels;
}

/** Drawings as they are kept, whatever else stands there left out. */
export function drawingsShape(labelCount: number): Shape<OwnPicture[]> {
  return goodOf(object({ id: text(), label: integer(0, labelCount - 1), pixels: pixelsShape }), MOST_OWN);
}
