/** What the browser says about the page that is a reason to look at the connection. */
export interface PageSignals {
  /** The network is back, or the page is looked at again (after sleep, from another tab, out of the history). */
  onReturn(listener: () => void): () => void;
}

/** The signals of this page; silent on the server. */
export const browserSignals: PageSignals = {
  onReturn(listener) {
    if (typeof window === 'undefined') return () => {};
    const seen = () => {
      if (document.visibilityState === 'visible') listener();
    };
    window.addEventListener('online', listener);
    window.addEventListener('pageshow', listener);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('online', listener);
      window.removeEventListener('pageshow', listener);
      document.removeEventListener('visibilitychange', seen);
    };
  },
};
