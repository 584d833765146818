import { type Refusal, refuse } from '@/protocol/refusals';
import { type StorageTrouble, storageRefusal, storageTroubleOf } from '@/protocol/storage';

/** Something could not be stored (or nobody knows whether it was), for a reason that lies in the storage itself. */
export class StorageError extends Error {
  override name = 'StorageError';
  /** The refusal's code, which survives the way between threads. */
  readonly code: string;
  /** What Next hands on of an error in a page, in place of its message: so the page that is shown can say why. */
  readonly digest: string;

  constructor(
    readonly trouble: StorageTrouble,
    options?: ErrorOptions,
  ) {
    const reason = options?.cause instanceof Error ? `: ${options.cause.message}` : '';
    super(`The storage is ${trouble}${reason}`, options);
    this.code = storageRefusal(trouble);
    this.digest = this.code;
  }
}

/** SQLite's primary codes (the lower eight bits of an extended one). */
const SQLITE: Record<number, StorageTrouble> = {
  5: 'unreachable',
  6: 'unreachable',
  8: 'read-only',
  // An error of reading, writing or opening says little: whoever can looks at the folder itself (FileGuard).
  10: 'unreachable',
  11: 'gone',
  13: 'full',
  14: 'unreachable',
  26: 'gone',
};
/** The file was moved or removed: SQLite notices by itself at times. */
const SQLITE_READONLY_DBMOVED = 1032;

/** Codes of PostgreSQL, of sockets and of Prisma. */
const CODES: readonly (readonly [RegExp, StorageTrouble])[] = [
  [/^(53100|ENOSPC|EDQUOT|EFBIG)$/, 'full'],
  [/^(25006|EROFS|EACCES|EPERM)$/, 'read-only'],
  [/^(3D000|3F000|42P01|ENOENT)$/, 'gone'],
  [/^(08\w{3}|57P\d\d|53[234]00|58\w{3})$/, 'unreachable'],
  [/^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/, 'unreachable'],
  [/^(P1001|P1002|P1008|P1017|P2024|P2028)$/, 'unreachable'],
];
/** What Prisma's drivers make of an error of a socket or of the server, whose own code they drop. */
const KINDS: readonly (readonly [RegExp, StorageTrouble])[] = [
  [/^(DatabaseDoesNotExist|TableDoesNotExist)$/, 'gone'],
  [
    /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError|TooManyConnections|AuthenticationFailed|DatabaseAccessDenied|TransactionAlreadyClosed)$/,
    'unreachable',
  ],
];
/** What pg says where a connection ends under it, without any code. */
const LOST_CONNECTION =
  /Connection terminated|connection is closed|has closed the connection|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect|Query read timeout|socket has been ended/i;

/** What an error of the database says about the storage; null: it is an error of another kind. */
export function troubleOfError(error: unknown): StorageTrouble | null {
  for (const { code, kind, message } of sayings(error)) {
    const told = typeof code === 'string' ? storageTroubleOf(code) : null;
    const found =
      told ?? (typeof code === 'number' ? ofSqlite(code) : among(CODES, code)) ?? among(KINDS, kind);
    if (found !== null) return found;
    if (typeof message === 'string' && LOST_CONNECTION.test(message)) return 'unreachable';
  }
  return null;
}

function ofSqlite(code: number): StorageTrouble | null {
  return code === SQLITE_READONLY_DBMOVED ? 'gone' : (SQLITE[code & 0xff] ?? null);
}

function among(known: typeof CODES, said: unknown): StorageTrouble | null {
  return known.find(([pattern]) => typeof said === 'string' && pattern.test(said))?.[1] ?? null;
}

/** What somebody is told whose request has met this error; null: the fault is ours to look into. */
export function refusalOf(error: unknown): Refusal | null {
  return error instanceof StorageError ? refuse(storageRefusal(error.trouble)) : null;
}

interface Saying {
  code?: unknown;
  kind?: unknown;
  message?: unknown;
}

/** All that an error says of itself, the innermost first: Prisma wraps the driver's error, which wraps the database's. */
function sayings(error: unknown): Saying[] {
  if (typeof error !== 'object' || error === null) return [];
  const { cause, meta, code, kind, message, extendedCode, originalCode, rawCode } = error as Record<
    string,
    unknown
  >;
  const inner = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return [
    ...sayings(inner),
    ...sayings(cause),
    ...[extendedCode, rawCode, originalCode, code]
      .filter((one) => one !== undefined)
      .map((one) => ({ code: one })),
    { kind, message },
  ];
}
