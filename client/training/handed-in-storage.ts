import { object, type Shape } from '@/base/shape';
import { schemaShape } from '@/client/live/schema-shape';
import { readStored, writeStored } from '@/client/live/stored';
import { browserStorage, type TextStorage } from '@/client/live/text-storage';
import { idSchema } from '@/protocol/run';

/** A submission of which the outcome is not known yet. */
export interface HandedIn {
  id: string;
  runId: string;
}

const id = schemaShape(idSchema);
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
