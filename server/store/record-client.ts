import type { Database } from './database';
import type { ChangeStore } from './prisma-store';
import type { RecordRequest } from './record-requests';

/** An operation that begins when it is waited for, as Prisma's do, so that a transaction can take it up. */
class LazyRecord implements PromiseLike<unknown> {
  private result: Promise<unknown> | null = null;

  constructor(
    readonly request: RecordRequest,
    private readonly store: Pick<ChangeStore, 'records'>,
  ) {}

  // biome-ignore lint/suspicious/noThenProperty: it stands in for Prisma's promise.
  readonly then: PromiseLike<unknown>['then'] = (resolved, rejected) => {
    this.result ??= this.store.records([this.request]).then(([value]) => value);
    return this.result.then(resolved, rejected);
  };

  readonly catch = (rejected: (reason: unknown) => unknown) => this.then((value) => value, rejected);
}

/**
 * Prisma's client, as far as accounts need it, for a database that another thread has open: `client.MODEL.OPERATION(args)`
 * is sent there, and so is a list of such operations in one transaction. A transaction as a function has no equal here: it
 * would hold the database while messages go to and fro.
 */
export function recordClient(store: Pick<ChangeStore, 'records' | 'close'>): Database['client'] {
  const rowsOf = (model: string) =>
    new Proxy(
      {},
      {
        get: (_rows, operation) => (args: unknown) =>
          new LazyRecord({ model, operation: String(operation), args }, store),
      },
    );
  const own: Record<string, unknown> = {
    $disconnect: () => store.close(),
    $transaction: async (begun: unknown) => {
      if (!Array.isArray(begun)) throw new TypeError('a transaction is a list of operations here');
      return store.records((begun as LazyRecord[]).map(({ request }) => request));
    },
  };
  const client = new Proxy(own, {
    get: (known, name) => {
      if (typeof name === 'symbol') return undefined;
      if (name in known) return known[name];
      // Whoever asks whether it is a promise, or for Prisma's inner parts, is told no.
      return /^[a-z]/.test(name) && name !== 'then' ? rowsOf(name) : undefined;
    },
  });
  return client as unknown as Database['client'];
}
