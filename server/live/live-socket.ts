import type { Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '@/protocol/events';

export type LiveSocket = Socket<ClientToServer, ServerToClient>;
