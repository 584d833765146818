let waiting: (() => void)[] = [];
let port: MessagePort | null = null;

/**
 * Lets the event loop handle what has come in (messages, network), and goes on at once: by a MessageChannel, since
 * timers wait 4 ms (and a second in a hidden tab) and animation frames 16.7 ms, if they come at all. In Node by
 * setImmediate, which does the same and keeps no process alive.
 */
export function breathe(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
  if (!port) {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const resolved = waiting;
      waiting = [];
      for (const resolve of resolved) resolve();
    };
    port = channel.port2;
  }
  const sender = port;
  return new Promise((resolve) => {
    waiting.push(resolve);
    sender.postMessage(null);
  });
}
