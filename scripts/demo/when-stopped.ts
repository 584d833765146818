/** Resolves when somebody asks the program to stop, at the terminal or by a signal; a second time changes nothing. */
export function whenStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}
