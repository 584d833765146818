import type { RateLimiter } from '@/base/rate-limiter';
import type { Actor, ClassCommand } from '@/classroom/commands';
import type { ClassState } from '@/classroom/state';
import type { CommandAnswer } from '@/protocol/events';
import type { RefusalCode } from '@/protocol/refusals';
import type { ClassLeaks } from './class-leaks';
import type { ClassPool } from './class-pool';
import type { ClassRelay } from './class-relay';
import type { ClassRounds } from './class-rounds';
import type { ClassConditions } from './conditions';
import type { ProductShare } from './product-share';
import type { ReturnCodes } from './return-codes';
import type { RunLedger } from './run-ledger';
import type { Shoulders } from './shoulders';
import type { StepLedger } from './step-ledger';
import type { ClassTelemetry } from './telemetry';
import type { Viewer } from './viewer';

/**
 * The live state of one class, behind which it does not matter where that state is: one node owns a class while it
 * lives. Made from the store, versioned, and thrown away when idle.
 */
export interface LiveClass {
  readonly id: string;
  readonly code: string;
  state(): ClassState;
  /** The class's time, in milliseconds since 1970: it never falls behind what is written down of the class, and never goes back. */
  readonly now: () => number;
  /** Decides a command after those before it, saves, tells every viewer. Resolves after the commit. */
  ask(command: ClassCommand, actor: Actor): Promise<CommandAnswer>;
  /** Does something after all that was asked before, and before whatever is asked from now on. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The next sitting of its group has begun: everybody who is here, or comes here from now on, is sent there. */
  leadOn(): void;
  add(viewer: Viewer): void;
  remove(viewer: Viewer): void;
  /** Lets go of every viewer to which this applies. */
  detach(code: RefusalCode, applies: (viewer: Viewer) => boolean): void;
  /** Nobody is attached and nothing is under way. */
  isIdle(): boolean;
  /** Removes a student with everything of theirs. False: there is none with this id. */
  deleteStudent(studentId: string): Promise<boolean>;
  /** Whether nobody more can come in. */
  isFull(): boolean;
  /** Students of whom watchers hear: in, or waiting to be let in. */
  presentIds(): string[];
  /** Whether a student has a connection now, or had one a moment ago. */
  isHere(studentId: string): boolean;
  readonly runs: RunLedger;
  readonly telemetry: ClassTelemetry;
  /** What students' pages say of themselves, and since when each does what it does. */
  readonly conditions: ClassConditions;
  /** How far each student came with each step: kept. */
  readonly steps: StepLedger;
  /** Who looks over whose shoulder. */
  readonly shoulders: Shoulders;
  /** The class's own drawings, where its lesson gathers any. */
  readonly pool: ClassPool;
  /** The product that its devices calculate together, where its lesson has one. */
  readonly product: ProductShare;
  /** Its rounds of learning together. */
  readonly rounds: Pick<ClassRounds, 'take' | 'weightsBefore'>;
  /** What gradients tell. */
  readonly leaks: Pick<ClassLeaks, 'takeSingle' | 'takeKey' | 'roundOf' | 'takeMasked' | 'takeReveal'>;
  /** The networks whose units are its students. */
  readonly relay: Pick<ClassRelay, 'take'>;
  readonly returnCodes: ReturnCodes;
  /** Shared by all connections of one student (or teacher). */
  readonly limits: {
    batches: RateLimiter;
    commands: RateLimiter;
    reads: RateLimiter;
    answers: RateLimiter;
    drawings: RateLimiter;
    sights: RateLimiter;
    rows: RateLimiter;
    units: RateLimiter;
  };
  /** Submissions of a student that are on the way, wait or are being scored. */
  readonly evaluating: Map<string, number>;
}
