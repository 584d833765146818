/** Milliseconds before a part is asked for again where the network seems to be there. */
const PAUSE_MS = 2_000;
/** So often it is asked for then. */
const TRIES = 3;

/** Where the network is heard of: the window. */
interface Surroundings {
  isOnline(): boolean;
  /** Resolves when the network is back. */
  back(): Promise<void>;
  pause(ms: number): Promise<void>;
}

const thisPage: Surroundings = {
  isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
  back: () => new Promise((resolve) => addEventListener('online', () => resolve(), { once: true })),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * A loader of code that is fetched when it is wanted, which does not fail because the network is away: it waits for it, and what stands in
 * the part's place meanwhile stays. Otherwise `lazy` would have the whole page fail, and with it what is done on it.
 * @throws what the loader throws, after three tries with the network there
 */
export function patiently<T>(load: () => Promise<T>, around: Surroundings = thisPage): () => Promise<T> {
  return async () => {
    for (let tries = 1; ; ) {
      try {
        return await load();
      } catch (error) {
        if (!around.isOnline()) await around.back();
        else if (tries < TRIES) {
          tries += 1;
          await around.pause(PAUSE_MS);
        } else throw error;
      }
    }
  };
}
