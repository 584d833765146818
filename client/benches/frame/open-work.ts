import { Listeners } from '@/base/listeners';
import { readText } from '@/client/live/stored';
import type { Work } from '@/protocol/bench-work';
import { RECORDS, WORK } from '@/protocol/sight-bounds';

/** A piece of work that a bench keeps, as others may have it. */
export interface OpenPiece {
  /** The value as it would be kept. */
  read(): unknown;
  /**
   * Puts another value in its place, as an edit of the bench's own; false: that is nothing to this bench,
   * and nothing has changed. Left out for what can only be looked at.
   */
  put?(value: unknown): boolean;
}

/**
 * The work on the bench in front, open to the class around it: what is kept of it can be read, and another's can be put in its place.
 * Benches lay their pieces here through `useKept`; nothing of it is read while nobody asks.
 */
export class OpenWork {
  private readonly pieces = new Map<string, OpenPiece>();
  private readonly laidListeners = new Listeners();

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

  /** The same of those that can be put on another's bench. */
  handable(): Work[] {
    return this.texts((piece, name) => piece.put !== undefined && !RECORDS.includes(name));
  }

  private texts(isWanted: (piece: OpenPiece, name: string) => boolean): Work[] {
    const works: Work[] = [];
    let room: number = WORK.charactersTogether;
    for (const [name, piece] of this.pieces) {
      if (!isWanted(piece, name)) continue;
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
    for (const { name, text } of works) {
      const piece = this.pieces.get(name);
      if (!piece?.put || RECORDS.includes(name)) continue;
      const stood = JSON.stringify(piece.read() ?? null);
      if (piece.put(readText(text))) before.push({ name, text: stood });
    }
    return before.length > 0 ? before : null;
  }
}
