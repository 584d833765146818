/**
 * Loaded into a server before all else (`NODE_OPTIONS=--import`, heap-of.ts): says over a socket in `HEAP_PROBE` what the main thread's heap holds once
 * all garbage is gone. `HEAP_LEAK`: so many bytes are kept of each request and each socket for ever, as the control.
 */
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const { HEAP_PROBE, HEAP_LEAK = '0' } = process.env;

if (isMainThread && HEAP_PROBE) {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc');
  net
    .createServer((socket) => {
      collect();
      collect();
      socket.end(JSON.stringify(process.memoryUsage()));
    })
    .listen(path.join(HEAP_PROBE, `${process.pid}.sock`))
    .unref();
  if (Number(HEAP_LEAK) > 0) leak(Number(HEAP_LEAK));
}

function leak(bytes) {
  const kept = [];
  const { emit } = http.Server.prototype;
  http.Server.prototype.emit = function (name, ...args) {
    if (name === 'request' || name === 'upgrade')
      kept.push(new Array(Math.ceil(bytes / 8)).fill(kept.length));
    return emit.call(this, name, ...args);
  };
}
