import { z } from 'zod';
import { type Credentials, credentialsSchema } from '@/protocol/attach';
import { randomHex, randomId } from './random-id';
import { browserStorage, type TextStorage, tabStorage } from './text-storage';

/** Who this browser is in one class. */
export interface KnownStudent {
  credentials: Credentials;
  /** As it was when the student joined; the teacher may have renamed since. */
  nickname: string;
}

const knownSchema = z.object({ credentials: credentialsSchema, nickname: z.string() });

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
    return parse(this.tab.getItem(key(code))) ?? parse(this.browser.getItem(key(code)));
  }

  keep(code: string, student: KnownStudent): void {
    const text = JSON.stringify(student);
    this.tab.setItem(key(code), text);
    this.browser.setItem(key(code), text);
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
    const kept = credentialsSchema.safeParse(json(this.tab.getItem(pendingKey(code))));
    if (kept.success) return kept.data;
    const made: Credentials = { studentId: randomId(), secret: randomHex(32) };
    this.tab.setItem(pendingKey(code), JSON.stringify(made));
    return made;
  }
}

/** The page's shelf. */
export const credentialsShelf = new CredentialsShelf();

const key = (code: string) => `perceptroom:student:${code}`;
const pendingKey = (code: string) => `perceptroom:joining:${code}`;

function parse(text: string | null): KnownStudent | null {
  const parsed = knownSchema.safeParse(json(text));
  return parsed.success ? parsed.data : null;
}

function json(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
