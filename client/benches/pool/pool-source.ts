import type { PoolPictures } from '@/engine/pool/pool-pictures';
import type { PoolFacts } from '@/protocol/pool';
import type { Answer } from '@/protocol/refusals';

/** One of the own drawings; its pixels are null where another browser drew it. */
export interface OwnPicture {
  id: string;
  label: number;
  pixels: Uint8Array<ArrayBuffer> | null;
}

/** What a source knows of its pool. Immutable: a change makes a new object. */
export interface SourceNow {
  /** Null: not told yet. */
  facts: PoolFacts | null;
  own: readonly OwnPicture[];
}

/** Where labelled pictures come from: the class's pool, this browser's own drawings, or the bundled clothes. */
export interface PoolSource {
  snapshot(): SourceNow;
  /** Told after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Files a drawing under a label. */
  file(label: number, pixels: Uint8Array<ArrayBuffer>): Promise<Answer>;
  /** Takes an own drawing back. */
  takeBack(id: string): Promise<Answer>;
  /** What may be learnt from, as it is now; null where it does not come. */
  pictures(): Promise<PoolPictures | null>;
  /** What is held back, where this browser judges by itself; null in a class, and where it does not come. */
  heldBack(): Promise<PoolPictures | null>;
  close(): void;
}
