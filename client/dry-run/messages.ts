import type { RefusalCode } from '@/protocol/refusals';

/** What the page and the worker with the simulated students say to each other. */

export interface DryRunPlan {
  /** Of the room. */
  code: string;
  /** Where the server is: a worker may have no address to be relative to. */
  origin: string;
  /** Of the class: who the simulated students are follows from it, so that they are the same after a reload. */
  seed: number;
  /** One a student, no two alike. */
  nicknames: readonly string[];
}

export interface DryRunRequests {
  /** They come, one after another. */
  begin: { input: DryRunPlan; answer: null };
}

/** How many are here, and why one was refused last. */
export interface DryRunEvent {
  type: 'students';
  here: number;
  refusal: RefusalCode | null;
}
