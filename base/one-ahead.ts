/**
 * The same pieces, of which the next is being made while one is in use: making and using take turns no longer where one of them waits for
 * something else. Whoever stops early ends the source.
 */
export async function* oneAhead<Piece>(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  const source = pieces[Symbol.asyncIterator]();
  const ask = () => {
    const next = source.next();
    // Heard of when its turn comes.
    next.catch(() => undefined);
    return next;
  };
  try {
    for (let coming = ask(); ; ) {
      const { done, value } = await coming;
      if (done) return;
      coming = ask();
      yield value;
    }
  } finally {
    await source.return?.();
  }
}
