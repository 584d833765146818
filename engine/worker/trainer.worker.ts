import { type BackOff, backOffDelay } from '@/base/back-off';
import { Responder } from '@/base/line/responder';
import type { FetchFile } from '@/engine/digits/picture-store';
import { download } from '@/engine/download/download';
import { pagePort } from '@/engine/line/page-port';
import { type Requests, type TrainerEvent, type TrainerRefusal, trainerRefusalOf } from './messages';
import { TrainerSession } from './session';

/** The worker's entry: connects a session with the page, the network and the clock. */

/** Between two tries of one file. */
const PAUSES: BackOff = { least: 500, most: 8_000 };

const fetchFrom =
  (dataUrl: string): FetchFile =>
  async (file) => {
    const response = await download(new URL(file, dataUrl));
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };

const line = new Responder<Requests, TrainerEvent, TrainerRefusal>(pagePort(), {
  refusalOf: trainerRefusalOf,
});
const session = new TrainerSession({
  tell: line.tell,
  fetchFrom,
  pause: (attempt) => new Promise((resolve) => setTimeout(resolve, backOffDelay(PAUSES, attempt))),
  now: () => performance.now(),
});
line.serve(session.answers);
