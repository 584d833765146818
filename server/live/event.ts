import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { RateLimiter } from '@/base/rate-limiter';
import type { AssistantRole } from '@/protocol/assistants';
import type { Answer, Refusal } from '@/protocol/refusals';
import type { Imports } from '@/server/import/imports';
import type { StorageHealth } from '@/server/store/storage-health';
import type { ChallengeChecker } from '@/server/verify/challenge-checker';
import type { EnsembleCounter } from '@/server/verify/ensemble-counter';
import type { Spool } from '@/server/verify/spool';
import type { SubmissionLine } from '@/server/verify/submission-line';
import type { Bounds } from './bounds';
import type { CheckpointIntake } from './checkpoint-intake';
import type { Attachment, Connection } from './connection';
import type { FairTurns } from './fair-turns';
import type { Groups } from './groups';
import type { Guesses } from './guesses';
import type { LiveClass } from './live-class';
import type { LiveClasses } from './live-classes';
import type { OwnPageCodes } from './own-page-codes';
import type { ApplicationParts } from './parts';
import type { Role, Viewer } from './viewer';

/** What every handler may use. */
export interface EventParts extends ApplicationParts {
  /** The installation's, as it was at the start: while the server runs nothing is made in place of a data folder that is gone. */
  secret: string;
  steady: () => number;
  bounds: Bounds;
  classes: LiveClasses;
  groups: Groups;
  checker: ChallengeChecker;
  ensembles: EnsembleCounter;
  storage: StorageHealth;
  guesses: Guesses;
  /** Newcomers by class and address. */
  joins: FairTurns;
  /** Attaches by person, over all sockets. */
  attaches: RateLimiter;
  /** Uploads that came to nothing, by student. */
  faultyUploads: RateLimiter;
  checkpoints: CheckpointIntake;
  /** Codes for students' own pages. */
  pageCodes: OwnPageCodes;
  spool: Spool;
  /** Classes that come as files. */
  imports: Imports;
  line: SubmissionLine;
  /** A request whose proof was good. */
  prove(request: Pick<IncomingMessage, 'headers'>): void;
  /** Whose turn a request takes among those of its address. */
  laneOf(request: IncomingMessage): string;
  /** Told of points that have been committed for the first time. */
  onPointsStored(count: number): void;
}

type RoleOf<Kind extends Role['kind']> = Extract<Role, { kind: Kind }>;

/** What a handler of an attached connection knows of who asks; already authorised. */
export interface AttachedContext<Kind extends Role['kind'] = Role['kind']> {
  parts: EventParts;
  live: LiveClass;
  role: RoleOf<Kind>;
  viewer: Viewer;
}

/** The door's view of an event: what it must look like, who may send it, how often, and what then happens. */
export interface EventDefinition {
  schema: z.ZodType;
  /** Null: no attachment needed. */
  roles: readonly Role['kind'][] | null;
  /** Of assistants: in which role they may, where `roles` has them. Left out: only who leads. */
  least?: AssistantRole;
  /** Which of the class's limits it counts against; null: only the socket's own. */
  limit: keyof LiveClass['limits'] | null;
  handle(
    parts: EventParts,
    connection: Connection,
    attachment: Attachment | null,
    payload: unknown,
  ): Promise<Answer>;
}

/** An event for attached connections. The casts are here, and sound: the door parses and authorises before it calls. */
export function attachedEvent<Schema extends z.ZodType, Kind extends Role['kind']>(definition: {
  schema: Schema;
  roles: readonly Kind[];
  least?: AssistantRole;
  limit: keyof LiveClass['limits'];
  handle(context: AttachedContext<Kind>, payload: z.output<Schema>): Promise<Answer | Refusal>;
}): EventDefinition {
  return {
    ...definition,
    handle: (parts, _connection, attachment, payload) =>
      definition.handle(
        {
          parts,
          live: attachment!.live,
          role: attachment!.role as RoleOf<Kind>,
          viewer: attachment!.viewer,
        },
        payload as z.output<Schema>,
      ),
  };
}

/** An event that any connection may send. */
export function openEvent<Schema extends z.ZodType>(definition: {
  schema: Schema;
  handle(parts: EventParts, connection: Connection, payload: z.output<Schema>): Promise<Answer>;
}): EventDefinition {
  return {
    schema: definition.schema,
    roles: null,
    limit: null,
    handle: (parts, connection, _attachment, payload) =>
      definition.handle(parts, connection, payload as z.output<Schema>),
  };
}
