/** What is heard at one end of a port. */
export interface Ear {
  heard(message: unknown): void;
  /** The other side is gone, or can no longer be understood: nothing more will come. May be said more than once. */
  died(error: Error): void;
}

/** One end of what carries messages to somebody else: a worker, a thread, or what one of them sees of who started it. */
export interface Port {
  /** @param transfer what is handed over instead of copied; the sender has it no more */
  post(message: unknown, transfer: Transferable[]): void;
  /** Called once, by the line that is laid over this port. */
  listen(ear: Ear): void;
  /** Ends the other side; at the other side's end, itself. */
  end(): void;
}
