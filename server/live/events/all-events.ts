import type { ClientToServer } from '@/protocol/events';
import type { EventDefinition } from '../event';
import { attach } from './attach';
import { challengeSubmit } from './challenge-submit';
import { command } from './command';
import { runAppend } from './run-append';
import { runAttach } from './run-attach';
import { runList } from './run-list';
import { runRead } from './run-read';

/** All that a socket can say. */
export const ALL_EVENTS: Readonly<Record<keyof ClientToServer, EventDefinition>> = {
  attach,
  command,
  'challenge:submit': challengeSubmit,
  'run:attach': runAttach,
  'run:append': runAppend,
  'run:list': runList,
  'run:read': runRead,
};
