/** How browsers refuse to keep anything, as scripts that run before a page's own. Each is written out in one function, since it travels as text. */

/** Firefox with all cookies blocked: reading `indexedDB` throws by itself. */
function databaseThrows(): void {
  const throws = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  Object.defineProperty(window, 'indexedDB', { get: throws });
}

/** Chrome with site data blocked. */
function textsThrow(): void {
  const throws = () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  Object.defineProperty(window, 'localStorage', { get: throws });
  Object.defineProperty(window, 'sessionStorage', { get: throws });
}

/** Everything at once, and what old or locked-down browsers lack besides. */
function everythingThrows(): void {
  const throws = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  for (const name of [
    'indexedDB',
    'localStorage',
    'sessionStorage',
    'caches',
    'Notification',
    'BroadcastChannel',
  ])
    Object.defineProperty(window, name, { get: throws });
  for (const name of ['storage', 'locks', 'serviceWorker', 'clipboard', 'permissions'])
    Object.defineProperty(Navigator.prototype, name, { get: throws });
  Object.defineProperty(Document.prototype, 'cookie', { get: throws, set: throws });
  Object.defineProperty(window, 'matchMedia', { get: () => undefined });
  Object.defineProperty(Crypto.prototype, 'randomUUID', { get: () => undefined });
}

/** Safari's old fault: a database is asked for and nothing ever happens. */
function databaseNeverAnswers(): void {
  IDBFactory.prototype.open = () =>
    ({ addEventListener() {}, removeEventListener() {} }) as unknown as IDBOpenDBRequest;
}

/** Firefox's private windows of old: the answer is an error. */
function databaseRefuses(): void {
  IDBFactory.prototype.open = () => {
    const request = new EventTarget() as IDBOpenDBRequest;
    Object.defineProperty(request, 'error', {
      value: new DOMException('A mutation operation …', 'InvalidStateError'),
    });
    setTimeout(() => request.dispatchEvent(new Event('error')));
    return request;
  };
}

/** A full disk: all can be read and nothing written. */
function everythingIsFull(): void {
  const full = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  Storage.prototype.setItem = full;
  IDBObjectStore.prototype.put = full;
  IDBObjectStore.prototype.add = full;
}

/** A database that opens, and whose writes are never done. */
function writesNeverEnd(): void {
  const listen = IDBTransaction.prototype.addEventListener;
  // Nobody hears that a write is done, or that it has failed.
  IDBTransaction.prototype.addEventListener = function (this: IDBTransaction, ...args: unknown[]) {
    if (this.mode !== 'readwrite') listen.apply(this, args as Parameters<typeof listen>);
  };
}

/** Each with what the student hears: that a reload makes a stranger, that what waits would be lost, or nothing. */
export const STORAGE_BLOCKERS = [
  { name: 'the database throws', block: databaseThrows, loss: 'points' },
  { name: 'texts throw', block: textsThrow, loss: 'student' },
  { name: 'everything throws', block: everythingThrows, loss: 'student' },
  { name: 'the database never answers', block: databaseNeverAnswers, loss: 'points' },
  { name: 'the database refuses', block: databaseRefuses, loss: 'points' },
  { name: 'everything is full', block: everythingIsFull, loss: 'student' },
  { name: 'writes never end', block: writesNeverEnd, loss: 'points' },
] as const;

export { everythingThrows };
