import type { SerialQueue } from '@/base/serial-queue';
import type { Prisma } from '@/generated/sqlite/client';
import { logFor } from '@/server/log';
import type { AppendRequest } from './append-request';
import { decideAppends, followHead, type RunHead } from './append-rules';
import { readHeads, writeBatches } from './batch-writes';
import type { Database } from './database';
import { packBatches, unpackBatches } from './journal-rows';
import { PendingBatches } from './pending-batches';
import type { AppendOutcome } from './store';

type Transaction = Prisma.TransactionClient;

/** What was read of the database, true as long as no other connection has written since. */
interface Known {
  /** SQLite's own word for that (https://sqlite.org/pragma.html#pragma_data_version). */
  version: number;
  /** The runs as they are with what stands in the journal. */
  heads: Map<string, RunHead>;
  pending: PendingBatches;
}

/** Milliseconds for which batches stay in the journal at most: the more of a run are folded at once, the less each costs. */
const HOLD_MS = 5_000;
/** Between two looks for what has been there so long. */
const FOLD_EVERY_MS = 200;
/** After a look that failed. */
const RETRY_MS = 2_000;
/** Batches folded in one transaction, for which appends wait; more where so many wait that a slow disk would never be done with them. */
const PIECE = 500;
const MOST_PIECES = 8;
/** Rows of the journal in memory as text at once. */
const ROWS_AT_ONCE = 100;
const MOST_HEADS = 50_000;

const VERSION = '(SELECT "data_version" FROM pragma_data_version)';
const STANDING = `SELECT ${VERSION} AS "version", (SELECT MIN("id") FROM "RunJournal") AS "first",
  (SELECT MAX("id") FROM "RunJournal") AS "last"`;
const INSERT = 'INSERT INTO "RunJournal" ("batches") VALUES (?) RETURNING "id"';
/** One statement, which has the database to itself: nothing is written where somebody else has written since. */
const INSERT_IF_STILL = `INSERT INTO "RunJournal" ("batches") SELECT ? WHERE ${VERSION} = ? RETURNING "id"`;

const log = logFor('store');

/**
 * Batches are stored by one row a commit at the end of a table, and folded into `Run` and `RunBatch` within seconds, many of a run at once:
 * on SQLite a commit costs what it touches, and runs lie all over the database. A run's row says what of it has been folded (`highWater`), so
 * folding may be broken off anywhere and done again. See docs/decisions/0068.
 */
export class RunJournal {
  private known: Known | null = null;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  /**
   * @param turns in which everything stands that changes runs
   * @param onDropped batches of runs that are gone were dropped: nothing may be left of them
   */
  constructor(
    private readonly database: Database,
    private readonly turns: SerialQueue,
    private readonly onDropped: () => void,
  ) {}

  /** Folds what another process has left. */
  start(): void {
    this.schedule(0, () => this.fold(null));
  }

  /** Stores a group of batches: outcomes in their order, after the commit. To be called in a turn. */
  async append(requests: readonly AppendRequest[]): Promise<AppendOutcome[]> {
    return this.sure(async () => {
      const outcomes = (await this.appendAtOnce(requests)) ?? (await this.appendAnew(requests));
      this.schedule(FOLD_EVERY_MS);
      return outcomes;
    });
  }

  /** Changes these runs otherwise, in a transaction in which nothing of them is in the journal. To be called in a turn. */
  async change<Result>(
    ids: readonly string[],
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    return this.sure(async () => {
      const { result, folded } = await this.database.client.$transaction(async (transaction) => {
        const folded = await this.foldInto(transaction, ids);
        return { folded, result: await work(transaction) };
      });
      folded();
      for (const id of ids) this.known?.heads.delete(id);
      return result;
    });
  }

  /** Runs may be gone: whether they are there is read again. */
  forgetHeads(): void {
    this.known?.heads.clear();
  }

  /** What was acknowledged of these runs stands in their rows when it resolves. @param ids null: of all */
  async fold(ids: readonly string[] | null): Promise<void> {
    await this.foldThose((pending) => ids ?? pending.ids);
  }

  /** Nothing stands in the journal afterwards, unless the storage is in trouble: then the next start folds it. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.fold(null).catch((error: unknown) =>
      log.warn({ err: error }, 'the journal of runs was not folded: the next start does it'),
    );
  }

  /** Folds the runs whose turn it is: each of those that wait is in one of as many looks as the time for which they may, so that none has more to do than another. */
  private foldSome(): Promise<void> {
    const since = performance.now() - HOLD_MS;
    return this.foldThose((pending) => pending.longestWaiting(FOLD_EVERY_MS / HOLD_MS, since));
  }

  private schedule(afterMs: number, fold = () => this.foldSome()): void {
    if (this.timer !== null || this.closed) return;
    this.timer = setTimeout(() => {
      void fold().then(
        () => this.goOn(FOLD_EVERY_MS),
        (error: unknown) => {
          log.warn({ err: error }, 'the journal of runs was not folded: it is tried again');
          this.goOn(RETRY_MS);
        },
      );
    }, afterMs);
    this.timer.unref();
  }

  private goOn(afterMs: number): void {
    this.timer = null;
    if (this.known?.pending.isEmpty !== true) this.schedule(afterMs);
  }

  /** What is known is doubtful after a failure, and is read again. */
  private async sure<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      this.known = null;
      throw error;
    }
  }

  /** Null: what is known does not suffice, or is no longer true. */
  private async appendAtOnce(requests: readonly AppendRequest[]): Promise<AppendOutcome[] | null> {
    const { known } = this;
    if (known === null) return null;
    const heads = idsOf(requests).map((id) => known.heads.get(id));
    if (heads.includes(undefined)) return null;
    const decision = decideAppends(heads as RunHead[], requests);
    if (decision.accepted.length === 0) return null;
    const [row] = await this.database.client.$queryRawUnsafe<{ id: number | bigint }[]>(
      INSERT_IF_STILL,
      packBatches(decision.accepted),
      known.version,
    );
    if (row === undefined) return null;
    remember(known, Number(row.id), decision);
    return decision.outcomes;
  }

  private async appendAnew(requests: readonly AppendRequest[]): Promise<AppendOutcome[]> {
    const { known, decision, row } = await this.database.client.$transaction(async (transaction) => {
      const known = await this.sync(transaction);
      const ids = idsOf(requests);
      await addHeads(transaction, known, ids);
      const decision = decideAppends(
        ids.flatMap((id) => known.heads.get(id) ?? []),
        requests,
      );
      const packed = packBatches(decision.accepted);
      const [row] =
        decision.accepted.length === 0
          ? []
          : await transaction.$queryRawUnsafe<{ id: number | bigint }[]>(INSERT, packed);
      return { known, decision, row };
    });
    if (row !== undefined) remember(known, Number(row.id), decision);
    return decision.outcomes;
  }

  private async foldThose(choose: (pending: PendingBatches) => readonly string[]): Promise<void> {
    const inTurn = (work: (transaction: Transaction) => Promise<() => void>) =>
      this.turns.run(() =>
        this.sure(async () => {
          const committed = await this.database.client.$transaction(work);
          committed();
        }),
      );
    const { known } = this;
    if (known === null || !(await this.isStill(known)))
      await inTurn(async (transaction) => {
        await this.sync(transaction);
        return () => {};
      });
    const slices = slicesOf(this.known?.pending, choose);
    for (const ids of slices) await inTurn((transaction) => this.foldInto(transaction, ids));
  }

  /** Folds what is pending of these runs. What it gives is to be called after the commit. */
  private async foldInto(transaction: Transaction, ids: readonly string[]): Promise<() => void> {
    const known = await this.sync(transaction);
    const { pending } = known;
    const waiting = ids.filter((id) => pending.of(id).length > 0);
    if (waiting.length === 0) return () => {};
    const { provider } = this.database;
    const heads = await readHeads(provider, transaction, waiting);
    await writeBatches(
      provider,
      transaction,
      heads,
      heads.flatMap(({ id, highWater }) => pending.of(id).filter(({ sequence }) => sequence > highWater)),
    );
    const folded = new Set(waiting);
    await transaction.$executeRawUnsafe(
      'DELETE FROM "RunJournal" WHERE "id" < ?',
      pending.neededFrom(folded),
    );
    return () => {
      pending.remove(folded);
      if (heads.length === folded.size) return;
      this.forgetHeads();
      this.onDropped();
    };
  }

  /** Nobody else has written since it was read. */
  private async isStill({ version }: Known): Promise<boolean> {
    const [row] = await this.database.client.$queryRawUnsafe<{ version: number | bigint }[]>(
      `SELECT ${VERSION} AS "version"`,
    );
    return Number(row?.version) === version;
  }

  /** What is true now, in a transaction that keeps it so: read again as far as somebody else has written since. */
  private async sync(transaction: Transaction): Promise<Known> {
    const [standing] =
      await transaction.$queryRawUnsafe<Record<'version' | 'first' | 'last', number | bigint | null>[]>(
        STANDING,
      );
    const version = Number(standing?.version);
    const { known } = this;
    if (known?.version === version) return known;
    const rows = known?.pending.rows ?? null;
    if (known && sameNumber(standing?.first, rows?.first) && sameNumber(standing?.last, rows?.last)) {
      known.version = version;
      known.heads.clear();
      return known;
    }
    this.known = { version, heads: new Map(), pending: await readJournal(transaction) };
    return this.known;
  }
}

const idsOf = (requests: readonly AppendRequest[]) => [...new Set(requests.map(({ runId }) => runId))];

const sameNumber = (one: number | bigint | null | undefined, other: number | undefined) =>
  one === null || one === undefined ? other === undefined : Number(one) === other;

/** A group has been committed as this row. */
function remember(
  { heads, pending }: Known,
  row: number,
  decision: { accepted: Parameters<PendingBatches['add']>[1]; heads: readonly RunHead[] },
): void {
  pending.add(row, decision.accepted, performance.now());
  if (heads.size > MOST_HEADS) heads.clear();
  for (const head of decision.heads) heads.set(head.id, head);
}

/** Reads the heads that are not known yet, and takes them further by what stands in the journal. */
async function addHeads(
  transaction: Transaction,
  { heads, pending }: Known,
  ids: readonly string[],
): Promise<void> {
  const missing = ids.filter((id) => !heads.has(id));
  if (missing.length === 0) return;
  for (const head of await readHeads('sqlite', transaction, missing)) {
    const behind = pending.of(head.id).filter(({ sequence }) => sequence > head.highWater);
    heads.set(head.id, behind.reduce(followHead, head));
  }
}

async function readJournal(transaction: Transaction): Promise<PendingBatches> {
  const pending = new PendingBatches();
  const since = performance.now();
  for (let after = 0; ; ) {
    const rows = await transaction.$queryRaw<{ id: number | bigint; batches: string }[]>`
      SELECT "id", "batches" FROM "RunJournal" WHERE "id" > ${after} ORDER BY "id" LIMIT ${ROWS_AT_ONCE}`;
    for (const { id, batches } of rows) {
      after = Number(id);
      pending.add(after, unpackBatches(batches), since);
    }
    if (rows.length < ROWS_AT_ONCE) return pending;
  }
}

/** The runs that are to be folded and have something pending, in pieces that are folded at once. */
function slicesOf(
  pending: PendingBatches | undefined,
  choose: (pending: PendingBatches) => readonly string[],
): string[][] {
  if (pending === undefined) return [];
  const ids = choose(pending).filter((id) => pending.of(id).length > 0);
  const all = ids.reduce((sum, id) => sum + pending.of(id).length, 0);
  const most = Math.max(PIECE, all / MOST_PIECES);
  const slices: string[][] = [];
  let batches = most;
  for (const id of ids) {
    if (batches >= most) {
      slices.push([]);
      batches = 0;
    }
    slices.at(-1)!.push(id);
    batches += pending.of(id).length;
  }
  return slices;
}
