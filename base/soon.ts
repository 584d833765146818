let waiting: (() => void)[] = [];
let port: MessagePort | null = null;

/**
 * Calls back at once, but after whatever the event loop has to handle first (messages, network): by a message to oneself, since timers
 * wait 4 ms (and a second in a hidden tab) and animation frames 16.7 ms, if they come at all. In Node by setImmediate, which does the same
 * and keeps no process alive.
 */
export function soon(callback: () => void): void {
  if (typeof setImmediate === 'function') {
    setImmediate(callback);
    return;
  }
  waiting.push(callback);
  port ??= opened();
  port.postMessage(null);
}

function opened(): MessagePort {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const [next, ...rest] = waiting;
    waiting = rest;
    next?.();
  };
  return channel.port2;
}
