import { object, type Shape, text } from '@/base/shape';
import { type Credentials, credentialsSchema } from '@/protocol/attach';
import { randomHex, randomId } from './random-id';
import { schemaShape } from './schema-shape';
import { readStored, writeStored } from './stored';
import { browserStorage, type TextStorage, tabStorage } from './text-storage';

/** Who this browser is in one class. */
export interface KnownStudent {
  credentials: Credentials;
  /** As it was when the student joined; the teacher may have renamed since. */
  nickname: string;
}

const credentials = schemaShape(credentialsSchema);
export const knownShape: Shape<KnownStudent> = object({ credentials, nickname: text() });

/**
 * A student's identity in each class. The tab's own comes before the browser's, so that two students who share one
 * computer can each have a tab; a new tab finds the one that joined last.
 */
export class CredentialsShelf {
  constructor(
    private readonly browser: TextStorage = browserStorage,
    private readonly tab: TextStorage = tabStorage,
  ) {}

  /** Who this tab is in the class, or null for a stranger. */
  find(code: string): KnownStudent | null {
    return readStored(key(code), knownShape, this.tab) ?? readStored(key(code), knownShape, this.browser);
  }

  keep(code: string, student: KnownStudent): void {
    writeStored(key(code), student, this.tab);
    writeStored(key(code), student, this.browser);
    this.tab.removeItem(pendingKey(code));
  }

  forget(code: string): void {
    for (const storage of [this.tab, this.browser]) storage.removeItem(key(code));
  }

  /**
   * The credentials with which to ask to join: made once and kept until the join succeeds, so that asking again
   * after a lost answer (or a reload) is the same join and not a second student.
   */
  candidate(code: string): Credentials {
    const kept = readStored(pendingKey(code), credentials, this.tab);
    if (kept !== null) return kept;
    const made: Credentials = { studentId: randomId(), secret: randomHex(32) };
    writeStored(pendingKey(code), made, this.tab);
    return made;
  }
}

/** The page's shelf. */
export const credentialsShelf = new CredentialsShelf();

const key = (code: string) => `perceptroom:student:${code}`;
const pendingKey = (code: string) => `perceptroom:joining:${code}`;
