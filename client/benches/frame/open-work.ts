import { Listeners } from '@/base/listeners';
import { readText } from '@/client/live/stored';
import type { Work } from '@/protocol/bench-work';
import { RECORDS, WORK } from '@/protocol/sight-bounds';

/** A piece of work that a bench keeps, as others may have it. */
/** What goes along with a set-up beside its pieces: longer than a piece may be. */
export interface BroughtPiece {
  name: string;
  /** What the piece says of it, to which what it is called by on the way is added (`digest`). */
  about: object;
  weights: Float32Array;
  /** After how many steps of its training. */
  step: number;
}

export interface OpenPiece {
  /** The value as it would be kept. */
  read(): unknown;
  /** The whole of it, to be put back when another's was put in its place; left out where that is what is read. */
  keep?(): unknown;
  /**
   * Puts another value in its place, as an edit of the bench's own; false: that is nothing to this bench,
   * and nothing has changed. Left out for what can only be looked at.
   */
  put?(value: unknown): boolean;
  /** What of it goes along with a set-up; null: there is nothing. A piece that has this is no part of what others are shown. */
  bring?(): Promise<Omit<BroughtPiece, 'name'> | null>;
}

/**
 * The work on the bench in front, open to the class around it: what is kept of it can be read, and another's can be put in its place.
 * Benches lay their pieces here through `useKept`; nothing of it is read while nobody asks.
 */
export class OpenWork {
  private readonly pieces = new Map<string, OpenPiece>();
  private readonly laidListeners = new Listeners();
  private readonly arrived = new Map<string, Float32Array>();

  /** Told when a piece has been laid. */
  readonly onLaid = this.laidListeners.add;

  /** A bench lays a piece here; returns how to take it away. */
  lay(name: string, piece: OpenPiece): () => void {
    this.pieces.set(name, piece);
    this.laidListeners.tell();
    return () => {
      if (this.pieces.get(name) === piece) this.pieces.delete(name);
    };
  }

  has(name: string): boolean {
    return this.pieces.has(name);
  }

  /** All pieces as text; one that is too long to travel is left out. */
  works(): Work[] {
    return this.texts(() => true);
  }

  /** What goes along with the pieces that can be handed. */
  async bring(): Promise<BroughtPiece[]> {
    const all = await Promise.all(
      [...this.pieces].map(async ([name, piece]) => {
        const brought = await piece.bring?.();
        return brought ? [{ name, ...brought }] : [];
      }),
    );
    return all.flat();
  }

  /** What has come along with a set-up, for the piece that names it. Only the newest is held. */
  arrive(digest: string, weights: Float32Array): void {
    this.arrived.clear();
    this.arrived.set(digest, weights);
  }

  /** Undefined: it has not come. */
  weightsOf(digest: string): Float32Array | undefined {
    return this.arrived.get(digest);
  }

  /** The same of those that can be put on another's bench. */
  handable(): Work[] {
    return this.texts((piece, name) => piece.put !== undefined && !RECORDS.includes(name));
  }

  private texts(isWanted: (piece: OpenPiece, name: string) => boolean): Work[] {
    const works: Work[] = [];
    let room: number = WORK.charactersTogether;
    for (const [name, piece] of this.pieces) {
      if (piece.bring || !isWanted(piece, name)) continue;
      const text = JSON.stringify(piece.read() ?? null);
      if (text.length > Math.min(WORK.characters, room) || works.length === WORK.pieces) continue;
      room -= text.length;
      works.push({ name, text });
    }
    return works;
  }

  /**
   * Puts pieces in place of those that lie here.
   * @returns what stood there before, to be put back; null: none of them is anything to this bench
   */
  put(works: readonly Work[]): Work[] | null {
    const before: Work[] = [];
    const there = works.flatMap(({ name, text }) => {
      const piece = this.pieces.get(name);
      if (!piece?.put || RECORDS.includes(name)) return [];
      // Before any is put: one may change another.
      const stood = JSON.stringify((piece.keep ? piece.keep() : piece.read()) ?? null);
      return [{ piece, name, text, stood }];
    });
    for (const { piece, name, text, stood } of there)
      if (piece.put!(readText(text))) before.push({ name, text: stood });
    return before.length > 0 ? before : null;
  }
}
