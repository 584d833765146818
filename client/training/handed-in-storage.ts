import { object, type Shape, text, where } from '@/base/shape';
import { readStored, writeStored } from '@/client/live/stored';
import { browserStorage, type TextStorage } from '@/client/live/text-storage';
import { ID } from '@/protocol/id';

/** A submission of which the outcome is not known yet. */
export interface HandedIn {
  id: string;
  runId: string;
}

const id = where(text(), (kept) => ID.test(kept));
export const handedInShape: Shape<HandedIn> = object({ id, runId: id });

/** Keeps which submission a student waits for, so that a reload goes on waiting for it. */
export class HandedInStorage {
  private readonly place: string;

  constructor(
    key: string,
    private readonly storage: TextStorage = browserStorage,
  ) {
    this.place = `perceptroom:handed-in:${key}`;
  }

  load(): HandedIn | null {
    return readStored(this.place, handedInShape, this.storage);
  }

  save(handedIn: HandedIn): void {
    writeStored(this.place, handedIn, this.storage);
  }

  clear(): void {
    this.storage.removeItem(this.place);
  }
}
