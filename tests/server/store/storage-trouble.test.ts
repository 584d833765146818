import { describe, expect, it } from 'vitest';
import { StorageError, troubleOfError } from '@/server/store/storage-trouble';

const coded = (code: string | number, message = 'it failed') => Object.assign(new Error(message), { code });
/** As an adapter throws it: the database's own error is left only as a kind. */
const ofKind = (kind: string) => Object.assign(new Error(kind), { cause: { kind } });
/** As Prisma wraps it. */
const wrapped = (inner: unknown, code = 'P2010') =>
  Object.assign(new Error('Raw query failed. Code: `N/A`.'), { code, meta: { driverAdapterError: inner } });

describe('what an error says about the storage', () => {
  it.each([
    ...[
      'ECONNRESET',
      'ECONNREFUSED',
      'EPIPE',
      'ETIMEDOUT',
      'ENOTFOUND',
      '57P01',
      '57P02',
      '57P03',
      '08006',
      '53300',
    ],
    ...['P1001', 'P1017', 'P2024', 'P2028'],
  ])('%s: unreachable', (code) => {
    expect(troubleOfError(coded(code))).toBe('unreachable');
    expect(troubleOfError(wrapped(coded(code)))).toBe('unreachable');
  });

  it.each([
    'ConnectionClosed',
    'DatabaseNotReachable',
    'SocketTimeout',
    'TlsConnectionError',
    'TooManyConnections',
    'AuthenticationFailed',
    'DatabaseAccessDenied',
    'TransactionAlreadyClosed',
  ])('an adapter’s %s, bare or wrapped: unreachable', (kind) => {
    expect(troubleOfError(ofKind(kind))).toBe('unreachable');
    expect(troubleOfError(wrapped(ofKind(kind)))).toBe('unreachable');
  });

  it.each([
    'Connection terminated unexpectedly',
    'Server has closed the connection.',
    'Client was closed and is not queryable',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
    'This socket has been ended by the other party',
  ])('“%s”, without any code: unreachable', (message) => {
    expect(troubleOfError(new Error(message))).toBe('unreachable');
  });

  it('a full disk, one that may not be written to, a database that is not there', () => {
    expect(troubleOfError(wrapped(coded('53100')))).toBe('full');
    expect(troubleOfError(coded(13))).toBe('full');
    expect(troubleOfError(wrapped(coded('25006')))).toBe('read-only');
    expect(troubleOfError(coded('EROFS'))).toBe('read-only');
    expect(troubleOfError(wrapped(ofKind('DatabaseDoesNotExist')))).toBe('gone');
    expect(troubleOfError(coded(1032))).toBe('gone');
    expect(troubleOfError(new StorageError('full'))).toBe('full');
  });

  it('an error of another kind is none of the storage', () => {
    for (const error of [
      wrapped(ofKind('UniqueConstraintViolation'), 'P2002'),
      wrapped(ofKind('TransactionWriteConflict'), 'P2034'),
      new TypeError('the database has no teacher.count'),
      null,
      'ECONNRESET in a text',
    ])
      expect(troubleOfError(error)).toBeNull();
  });
});
