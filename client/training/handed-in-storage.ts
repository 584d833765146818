import { z } from 'zod';
import { browserStorage, type TextStorage } from '@/client/live/text-storage';
import { idSchema } from '@/protocol/run';

const handedInSchema = z.object({ id: idSchema, runId: idSchema });
/** A submission of which the outcome is not known yet. */
export type HandedIn = z.infer<typeof handedInSchema>;

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
    try {
      const parsed = handedInSchema.safeParse(JSON.parse(this.storage.getItem(this.place) ?? ''));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }

  save(handedIn: HandedIn): void {
    this.storage.setItem(this.place, JSON.stringify(handedIn));
  }

  clear(): void {
    this.storage.removeItem(this.place);
  }
}
