import { Responder } from '@/base/line/responder';
import { soon } from '@/base/soon';
import { pagePort } from '@/engine/line/page-port';
import type { PlaygroundEvent, PlaygroundRefusal, PlaygroundRequests } from './messages';
import { playgroundRefusalOf } from './playground-error';
import { PlaygroundSession } from './playground-session';

/** The worker of the 2-D bench: gives the session a clock and a way to the page. */
const line = new Responder<PlaygroundRequests, PlaygroundEvent, PlaygroundRefusal>(pagePort(), {
  refusalOf: playgroundRefusalOf,
});
const session = new PlaygroundSession({
  tell: line.tell,
  now: () => performance.now(),
  soon,
  later: (callback, ms) => {
    setTimeout(callback, ms);
  },
});
line.serve(session.answers);
