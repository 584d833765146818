/**
 * What the server's work is compared with: Socket.IO alone, which answers each batch and tells one watcher four times a second what came. No store, no
 * checks, nobody who may not.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
const changed = new Map<string, unknown>();
io.on('connection', (socket) => {
  if (socket.handshake.query.watches) void socket.join('watchers');
  socket.on('append', (batch, answer) => {
    changed.set(socket.id, batch);
    answer({ ok: true });
  });
});
setInterval(() => {
  io.to('watchers').emit('frame', [...changed]);
  changed.clear();
}, 250);
process.on('message', () => process.send?.({ kind: 'usage', ...process.cpuUsage() }));
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address && typeof address === 'object') process.send?.({ kind: 'listening', port: address.port });
});
