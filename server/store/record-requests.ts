import type { Prisma, PrismaClient } from '@/generated/sqlite/client';

/** One operation of Prisma's client on the rows of one model, as it crosses threads. */
export interface RecordRequest {
  model: string;
  operation: string;
  args: unknown;
}

type Rows = Record<string, (args: unknown) => Promise<unknown>>;

/** Performs one, or several in one transaction. */
export async function performRecords(
  client: PrismaClient,
  requests: readonly RecordRequest[],
): Promise<unknown[]> {
  const begun = requests.map(({ model, operation, args }) => {
    const rows = (client as unknown as Record<string, Rows>)[model];
    const perform = rows?.[operation];
    if (perform === undefined) throw new TypeError(`the database has no ${model}.${operation}`);
    return perform(args);
  });
  // Prisma's promises begin when they are waited for: in a transaction all belong to it.
  return begun.length === 1
    ? Promise.all(begun)
    : client.$transaction(begun as Prisma.PrismaPromise<unknown>[]);
}

/** Whether somebody's account goes with one of these. */
export function deletesAccounts(requests: readonly RecordRequest[]): boolean {
  return requests.some(({ model, operation }) => model === 'user' && operation.startsWith('delete'));
}

/** Whether an operation changes anything. */
export function writesRecords({ operation }: RecordRequest): boolean {
  return !/^(find|count$|aggregate$|groupBy$)/.test(operation);
}
