/** One who has joined, as the class must know it. */
interface JoinedAs {
  nickname: string;
  secret: string;
}

/** What was asked for and what was promised in one simulated class: what the store is compared with. */
export class SimulationRecord {
  readonly violations: string[] = [];
  /** Honest students by id, from their first attempt to join; `joined` once that was acknowledged. */
  readonly honest = new Map<string, JoinedAs>();
  readonly joined = new Set<string>();
  readonly hostile = new Set<string>();
  /** By run: the highest sequence that the server has acknowledged. */
  readonly acknowledged = new Map<string, number>();
  /** By run: the highest sequence that lies on a student's disk. */
  readonly kept = new Map<string, number>();
  readonly ownerOfRun = new Map<string, string>();
  /** By student and question: what was asked to be kept, and what was acknowledged. */
  readonly answersAsked = new Map<string, Set<number>>();
  readonly answersKept = new Map<string, number>();
  /** Submissions by id; `kept` once their score was acknowledged. */
  readonly submissions = new Map<string, { studentId: string; runId: string; isKept: boolean }>();
  /** The highest version that somebody was told. */
  toldVersion = 0;
  /** Whether the teacher has asked for the end. */
  endAsked = false;
  readonly messagesKept = new Set<string>();
  readonly counts = { batches: 0, commands: 0, views: 0, kills: 0, cuts: 0, reloads: 0, hostile: 0 };

  violate(what: string): void {
    // One is enough to find it by; a broken rule breaks the same thing many times.
    if (this.violations.length < 10 && !this.violations.includes(what)) this.violations.push(what);
  }

  acknowledge(runId: string, highWater: number): void {
    this.acknowledged.set(runId, Math.max(highWater, this.acknowledged.get(runId) ?? 0));
  }

  asked(studentId: string, question: string, choice: number): void {
    const key = `${studentId} ${question}`;
    this.answersAsked.set(key, (this.answersAsked.get(key) ?? new Set()).add(choice));
  }

  told(version: number): void {
    this.toldVersion = Math.max(version, this.toldVersion);
  }
}
